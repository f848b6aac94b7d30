"""Train a small network and print how many seconds it took: for `make doctor`."""

import sys
import time

from utils.page.quiet import quiet_start

with quiet_start():
    import keras
    import numpy as np

if __name__ == "__main__":
    keras.utils.set_random_seed(0)
    images = np.random.default_rng(0).random((2048, 28, 28, 1), dtype="float32")
    images[:1024] /= 2  # what is to be learned: half of them are darker
    is_light = np.arange(2048) // 1024
    model = keras.Sequential(
        [
            keras.Input((28, 28, 1)),
            keras.layers.Conv2D(8, kernel_size=3, activation="relu"),
            keras.layers.GlobalAveragePooling2D(),
            keras.layers.Dense(2, activation="softmax"),
        ]
    )
    optimizer = keras.optimizers.Adam(0.05)
    loss = "sparse_categorical_crossentropy"
    model.compile(optimizer, loss, metrics=["accuracy"])
    start = time.perf_counter()
    history = model.fit(images, is_light, epochs=4, verbose=0).history
    seconds = time.perf_counter() - start
    if history["accuracy"][-1] < 0.9:
        sys.exit("The network learned nothing: Keras or TensorFlow is broken.")
    print(f"{seconds:.1f}")
