"""What the lessons share. Before Keras is imported, it gets the course's settings.

Else it would take those of whoever's computer it is, from ~/.keras/keras.json and from
variables of the environment, and another format of images or type of numbers breaks the
lessons. That file is neither read nor changed; what Keras downloads is kept where the
course's settings are, in utils/keras_home.

On an NVIDIA GPU the numbers stay those of the stored outputs: float32 is kept whole,
where TensorFlow would round factors to the ten bits of TF32, unless
NVIDIA_TF32_OVERRIDE is set; and a lesson takes memory as it needs it, where TensorFlow
would take nearly all, and a second notebook find none.
"""

import os
from pathlib import Path

os.environ["KERAS_HOME"] = str(Path(__file__).with_name("keras_home"))
os.environ["KERAS_BACKEND"] = "tensorflow"
for name in ("KERAS_MAX_EPOCHS", "KERAS_MAX_STEPS_PER_EPOCH", "KERAS_NNX_ENABLED"):
    os.environ.pop(name, None)
os.environ.setdefault("NVIDIA_TF32_OVERRIDE", "0")
os.environ.setdefault("TF_FORCE_GPU_ALLOW_GROWTH", "true")
