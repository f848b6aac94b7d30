"""Large networks that keras-hub has ready, where it and a network are at hand."""

from utils.files.network import fetched


def ready_model(kind, preset):
    """Return a trained model of keras-hub, or None, after a sentence that says so.

    kind: the class in keras_hub.models, such as "ObjectDetector". preset: the name of
    its weights, which are downloaded. keras-hub is no part of the course.
    """

    def fetch():
        import keras_hub

        return getattr(keras_hub.models, kind).from_preset(preset)

    model = fetched(fetch, "https://www.kaggle.com")
    if model is None:
        print("No keras-hub, no network, or no answer: skipped. Nothing here needs it.")
    return model
