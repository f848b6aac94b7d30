"""Models of a learner's own class, as some tutorials write them."""


def of_own_class(parts, shape, call=None):
    """A subclass of keras.Model, called once on an Input of this shape.

    parts: its layers, in their order. call: a function (parts, inputs), if the layers
    are not simply called one after the other.
    """
    import keras

    class Network(keras.Model):
        def __init__(self):
            super().__init__()
            self.parts = parts

        def call(self, inputs):
            if call:
                return call(self.parts, inputs)
            for part in self.parts:
                inputs = part(inputs)
            return inputs

    network = Network()
    network(keras.Input(shape))
    return network
