"""The questions of lesson 11, what a network sees."""

from utils.checking.questions import Predict

trained_filters = Predict(
    "trained_filters",
    right="c",
    choices={
        "a": "A window of 7 × 7 sees a small part of a digit of 28 × 28, and it "
        "slides everywhere. Whole digits can only be put together by later layers.",
        "b": "After one epoch the network reads most digits. Its first layer could "
        "hardly have stayed as it was: the gradient reaches it in every step.",
        "c": "Bright beside dark, at some angle: what a small window of a digit can "
        "hold. Nobody asked for it.",
    },
)

random_mixture = Predict(
    "random_mixture",
    right="b",
    choices={
        "a": "You pick the nine *strongest* of 2 000 digits. Does it take training "
        "for these to have something in common?",
        "b": "Picking the strongest makes any nine patches alike. That is why "
        "patches that look alike prove little.",
        "c": "Nine different digits are asked, one patch each. A trained channel's "
        "nine are not the same patch either.",
    },
)

covered_with_ink = Predict(
    "covered_with_ink",
    right="b",
    choices={
        "a": "That holds for squares of ground, which take ink away. A white square "
        "on a white stroke changes little there.",
        "b": "Ink on a stroke changes little. On which empty place it does most harm, "
        "the figure will show: look for a reason before you read on.",
        "c": "A map without any contrast would mean that no place matters more than "
        "another. One stroke more in the right place makes another digit.",
    },
)

two_questions = Predict(
    "two_questions",
    right="b",
    choices={
        "a": "There is no place where the network looks as such: it reads all "
        "places. Which of them speak for a class depends on the class.",
        "b": "The maps are weighted by what each channel is worth for the class "
        "asked, so another class weights them anew.",
        "c": "The two halves are treated by the same filters, each in its own place; "
        "only the mean at the end mixes them.",
    },
)

saliency_of_the_cat = Predict(
    "saliency_of_the_cat",
    right="b",
    choices={
        "a": "You trust the name of the map. It shows which pixels move the score, "
        "and one can lower a cat's score on the cup, too.",
        "b": "A little more than a map would that knows nothing. Where a small "
        "change moves the score is another question than where the evidence lies.",
        "c": "A small change on the cat does move the cat's score, so saliency "
        "cannot leave the cat out.",
    },
)

output_shuffled = Predict(
    "output_shuffled",
    right="b",
    choices={
        "a": "Grad-CAM weights its maps by what the output layer says of each "
        "channel. Shuffle that, and other channels are asked.",
        "b": "It is shaped more by the layers below, which are still trained, than "
        "by what the output layer says about classes.",
        "c": "A shuffled output changes what a class is called, and still the "
        "gradient runs down through the same trained layers. One of the two maps is "
        "made mostly by those.",
    },
)

fgsm_steps = Predict(
    "fgsm_steps",
    right="c",
    choices={
        "a": "Against noise that helps: in random signs most pixels cancel each "
        "other. In FGSM all pull the same way.",
        "b": "Training with noise does help, against noise. But here all 784 pixels "
        "pull the same way, which random signs hardly ever do.",
        "c": "Training with noise protects against noise. Against somebody with the "
        "gradient it does little.",
    },
)
