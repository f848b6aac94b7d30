"""Whether an answer to `mended` has one softmax, and else what the network had."""

import numpy as np

from utils.checking.keras_models import problem_of_model


def _scored(model):
    """Let the model give three pictures the scores (3, 0, -1), in turned order.

    Without the ReLU, three more hidden units bring all scores to 0.
    """
    scores = np.array([[3.0, 0, -1], [-1, 3, 0], [0, -1, 3]])
    weights = [np.zeros(weight.shape) for weight in model.get_weights()]
    weights[0][:3, :6] = np.hstack([np.eye(3), -np.eye(3)])
    weights[2][:6] = np.vstack([scores, scores])
    model.set_weights(weights)
    pictures = np.zeros((3, 784), dtype="float32")
    pictures[:, :3] = np.eye(3)
    return pictures, scores


def _softmax(scores):
    powers = np.exp(scores)
    return powers / powers.sum(axis=1, keepdims=True)


def problem_of_mended(answer):
    model = answer()
    if problem := problem_of_model(model, "(784,)"):
        return problem
    if not getattr(model, "compiled", False):
        return "the model is not compiled: the loss and the metric are missing."
    if [w.shape for w in model.get_weights()] != [(784, 32), (32,), (32, 3), (3,)]:
        return (
            "the dense layers have changed. They are not the fault: keep 784 inputs, "
            "32 hidden units and 3 outputs."
        )
    pictures, scores = _scored(model)
    labels = np.array([0, 2, 2])  # two are read rightly, one is not
    outputs = model(pictures, training=False)
    if np.allclose(outputs, outputs[0], atol=1e-4):
        return "the first dense layer has changed: its ReLU is missing."
    shares = np.allclose(np.sum(outputs, axis=1), 1, atol=1e-4)
    # Scores may all be moved by one amount, as in log_softmax: softmax does not mind.
    if not shares and np.max(np.ptp(np.asarray(outputs) - scores, axis=1)) > 1e-3:
        return (
            "the last layer gives neither scores nor probabilities that add up to 1: "
            f"for one picture {np.round(outputs[0], 2)}. Which activation has it?"
        )
    loss = float(model.compute_loss(x=pictures, y=labels, y_pred=outputs))
    problem = _loss_problem(loss, _softmax(scores), np.asarray(outputs), labels)
    if problem:
        return problem
    if shares and getattr(model.loss, "from_logits", False):
        return (
            "two softmaxes are still written there. Now Keras sees the first one, "
            "warns, and leaves it out for you; behind another layer it does not see "
            "it. Take one of the two away."
        )
    figures = model.compute_metrics(pictures, labels, outputs)
    if not any(np.isclose(float(v), 2 / 3) for k, v in figures.items() if k != "loss"):
        return 'the accuracy is not reported: metrics=["accuracy"] is missing.'
    return None


def _loss_problem(loss, probabilities, outputs, labels):
    def cross_entropy(shares):
        chosen = np.clip(shares, 1e-7, 1)
        chosen = chosen / chosen.sum(axis=1, keepdims=True)
        return -np.mean(np.log(chosen[range(3), labels]))

    if np.isclose(loss, cross_entropy(probabilities), atol=1e-3):
        return None
    if np.isclose(loss, cross_entropy(_softmax(probabilities)), atol=1e-3):
        return (
            "there are still two softmaxes in a row, one in the model and one in the "
            "loss. Of the scores (100, 0, 0) they make (0.58, 0.21, 0.21), so the "
            "loss stays above 0.55 even where every answer is right."
        )
    if np.isclose(loss, cross_entropy(np.clip(outputs, 1e-7, 1 - 1e-7)), atol=1e-2):
        return (
            "now no softmax is left at all: the loss takes raw scores for "
            "probabilities and cuts off what lies outside 0 to 1. One softmax must "
            "remain, in the model or in the loss."
        )
    return (
        f"for three pictures the loss is {loss:.2f}, where the cross-entropy, the mean "
        f"of -ln p, is {cross_entropy(probabilities):.2f}: is it the loss for one of "
        "three classes and labels 0, 1, 2?"
    )
