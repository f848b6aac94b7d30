"""Slips that mean the same as the solution or solve the task too, each with why."""

HIDES = "a row that pools the same after a move to the right, and to no other side"
BLIND = "any convolutions with a global maximum behind them are blind to shifts"
WIDE = "another ladder of steps that sees far enough within the budget"
BEND = "an activation has neither parameters nor products; the task asks for none"
GUARD = "ε only guards against a division by 0; the paper's value is taken, too"
ONLY_ONE = "there is only one"
SMALL = "another small network, which reads enough digits when it is trained"
TRAINED = (
    "another rate, batch or length that ends with the same: head, then small steps"
)

EQUAL = {
    "answers_for": {
        "(least is None or area <[ → =] least):": "which of two equally small boxes "
        "answers, the task leaves open",
    },
    "best_answers": {
        "losses = [np.[sum → mean](chances * np.abs(values": "the least sum is the "
        "least mean: there are as many values for each answer",
    },
    "most_mixed_up": {
        "np.fill_diagonal(both, [0 → -1])": "no pair is mixed up less than never",
    },
    "match_row": {
        "costs.append(np.[sum → mean](np.abs(here - there)))": "the least sum is the "
        "least mean: all windows are of one size",
    },
    "shift_between": {
        "if error <[ → =] least:": "which of two equally good shifts, the task leaves "
        "open",
        "error = np.[sum → mean]((moved - second) ** 2)": "the least sum is the least "
        "mean: frames are of one size",
    },
    "learning_step": {
        "nudge = 0.000[1 → 2]": "any small nudge measures the slope",
        "nudge = [0.0001 → 5e-05]": "any small nudge measures the slope",
        "slopes = np.[zero → one]s(kernel.shape)": "what is measured takes their place",
    },
    "still_row": dict.fromkeys(
        [
            "still_row = [[0 → 1], 0, 9, 0, 0, 0, 0, 0]",
            "still_row = [[0 → -1], 0, 9, 0, 0, 0, 0, 0]",
            "still_row = [0, [0 → -1], 9, 0, 0, 0, 0, 0]",
            "still_row = [0, 0, [9 → 10], 0, 0, 0, 0, 0]",
            "still_row = [0, 0, [9 → 8], 0, 0, 0, 0, 0]",
            "still_row = [0, 0, 9, [0 → -1], 0, 0, 0, 0]",
            "till_row = [0, 0, 9, 0, [0 → 1], 0, 0, 0]",
            "till_row = [0, 0, 9, 0, [0 → -1], 0, 0, 0]",
            "l_row = [0, 0, 9, 0, 0, [0 → -1], 0, 0]",
            "ow = [0, 0, 9, 0, 0, 0, [0 → 1], 0]",
            "ow = [0, 0, 9, 0, 0, 0, [0 → -1], 0]",
            "= [0, 0, 9, 0, 0, 0, 0, [0 → -1]]",
        ],
        HIDES,
    ),
    "read_shifted": dict.fromkeys(
        [
            "s, ((0, 0), (1, 1), (1, [1 → 2])))",
            "ad(images, ((0, 0), (1, [1 → 2]), (1, 1)))",
        ],
        "a wider frame behind the image: no window reaches its end",
    ),
    "find_filter": {
        "(size, size)).reshape(-[1 → 2], size * size)": "NumPy takes any negative "
        "number for the length it finds out itself",
    },
    "as_filter": {
        "ts.reshape(side, side, -[1 → 2], weights.shape[1])": "NumPy takes any "
        "negative number for the length it finds out itself",
    },
    "best_of_turns": {
        ")) for quarter in range([4 → 5])))": "the fifth quarter is the first again",
    },
    "shift_blind_net": dict.fromkeys(
        [
            "de, 1)), layers.Conv2D(1[6 → 7], 5, activation='relu'),",
            "de, 1)), layers.Conv2D(1[6 → 5], 5, activation='relu'),",
            "1)), layers.Conv2D(16, [5 → 6], activation='relu'), la",
            "1)), layers.Conv2D(16, [5 → 4], activation='relu'), la",
            "'relu'), layers.Conv2D(1[6 → 7], 3, activation='relu'),",
            "'relu'), layers.Conv2D(1[6 → 5], 3, activation='relu'),",
            "lu'), layers.Conv2D(16, [3 → 4], activation='relu'), la",
            "lu'), layers.Conv2D(16, [3 → 2], activation='relu'), la",
            "nv2D(16, 5, activation='[relu → linear]'), layers.Conv2D(16, 3,",
            "nv2D(16, 3, activation='[relu → linear]'), layers.GlobalMaxPool",
        ],
        BLIND,
    ),
    "layer_parameters": dict.fromkeys(
        ["height = width = 2[8 → 9]", "height = width = 2[8 → 7]"],
        "both come down to the same maps of 5 × 5",
    ),
    "lean_network": dict.fromkeys(
        [
            "ing='same', activation='[relu → linear]'), layers.MaxPooling2D(",
            "ing='same', activation='[relu → linear]'), layers.GlobalAverage",
        ],
        BEND,
    ),
    "wide_view": dict.fromkeys(
        [
            "for step in (1, [2 → 3], 4, 8):",
            "for step in (1, 2, [4 → 5], 8):",
            "for step in (1, 2, 4, [8 → 9]):",
        ],
        WIDE,
    ),
    "uncorrected_adam": dict.fromkeys(
        [
            "mean / (np.sqrt(square) [+ → -] 1e-07))",
            "an / (np.sqrt(square) + [1e-07 → 5e-08]))",
            "an / (np.sqrt(square) + [1 → 2]e-07))",
        ],
        GUARD,
    ),
    "filter_slopes": {
        "gradient = np.[zero → one]s(filter_shape)": "every number is replaced",
    },
    "early_stop": {
        "for trained in range([2 → 1], len(val_losses) + 1):": "the first epoch is not "
        "below itself",
    },
    "straight_cycle": {
        "if step <[ → =] up:": "at the top both lines meet",
    },
    "class_map": {
        "gather(scores, classes, [axis=1,  → ]batch_dims=1)": "the axis is batch_dims "
        "unless told",
        "eras.Model(model.inputs[[0 → -1]], [inner, model.outputs": ONLY_ONE,
        ", [inner, model.outputs[[0 → -1]]])": ONLY_ONE,
    },
    "widest_bottleneck": {
        "width = [0 → -1]": "no weights at width 0 fit into any budget",
    },
    "loudest_phrase": {
        "answers.append(np.[sum → mean](vectors[place:place + w": "the largest sum is "
        "the largest mean",
    },
    "nearest_mean": {
        "return np.argmin(np.[sum → mean](away ** 2, axis=2), axi": "the smallest sum "
        "is the smallest mean",
    },
    "fold_in": {
        "np.reshape(sd, (1, 1, -[1 → 2], 1))": "NumPy takes any negative number for "
        "the length it finds out itself",
        "(0, 1)), mean, axes=(0, [0 → -1]))": "the means have one axis",
    },
    "small_net": dict.fromkeys(
        [
            "28, 1)), layers.Conv2D([8 → 9], 3, activation='relu'),",
            "28, 1)), layers.Conv2D([8 → 7], 3, activation='relu'),",
            ", 1)), layers.Conv2D(8, [3 → 4], activation='relu'), la",
            ", 1)), layers.Conv2D(8, [3 → 2], activation='relu'), la",
            "ing2D(), layers.Conv2D(1[2 → 3], 3, activation='relu'),",
            "ing2D(), layers.Conv2D(1[2 → 1], 3, activation='relu'),",
            "2D(), layers.Conv2D(12, [3 → 4], activation='relu'), la",
            "2D(), layers.Conv2D(12, [3 → 2], activation='relu'), la",
            "onv2D(8, 3, activation='[relu → linear]'), layers.MaxPooling2D(",
            "nv2D(12, 3, activation='[relu → linear]'), layers.MaxPooling2D(",
        ],
        SMALL,
    ),
    "fine_tuned": dict.fromkeys(
        [
            "e(keras.optimizers.Adam([0 → 1].02), loss)",
            "eras.optimizers.Adam(0.0[2 → 1]), loss)",
            "eras.optimizers.Adam(0.0[2 → 4]), loss)",
            "es, labels, batch_size=2[0 → 1], epochs=30, verbose=0)",
            "ges, labels, batch_size=[20 → 19], epochs=30, verbose=0)",
            "batch_size=20, epochs=3[0 → 1], verbose=0)",
            ", batch_size=20, epochs=[30 → 29], verbose=0)",
            "=20, epochs=30, verbose=[0 → 1])",
            "=20, epochs=30, verbose=[0 → -1])",
            "e(keras.optimizers.Adam([0.0001 → 5e-05]), loss)",
            "as.optimizers.Adam(0.000[1 → 2]), loss)",
            "es, labels, batch_size=2[0 → 1], epochs=3, verbose=0)",
            "ges, labels, batch_size=[20 → 19], epochs=3, verbose=0)",
            ", batch_size=20, epochs=[3 → 4], verbose=0)",
            ", batch_size=20, epochs=[3 → 2], verbose=0)",
            "e=20, epochs=3, verbose=[0 → 1])",
            "e=20, epochs=3, verbose=[0 → -1])",
        ],
        TRAINED,
    ),
    "suppress": {"s[[best]], boxes[left])[[0 → -1]]": ONLY_ONE},
    "loudest_hertz": {
        "loudness[0] = [0 → -1]": "anything that no tone is quieter than"
    },
    "one_answer": {
        "pend(int(np.argmax(logs.[sum → mean](axis=0))))": "their mean is largest "
        "where their sum is"
    },
    "best_number": dict.fromkeys(
        [
            "rn compute / n + 2 * (n [- → +] 1) * latency + 2 * (n -",
            "compute / n + 2 * (n - [1 → 0]) * latency + 2 * (n - 1",
            "compute / n + 2 * (n - [1 → 2]) * latency + 2 * (n - 1",
        ],
        "the same is added for every number of workers, so the best one stays",
    ),
}
