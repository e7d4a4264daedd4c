"""Kappa in words for a head teacher."""

from typing import Optional, Tuple

FEWEST_PAIRS = 10

# J. R. Landis and G. G. Koch, "The measurement of observer agreement for categorical data", Biometrics 33 (1977) 159.
# Their names for these stretches are a convention, not a finding; the words here are ours.
BANDS = [(0.2, "Hardly more agreement than chance"), (0.4, "A little more than chance"), (0.6, "Fair agreement"),
         (0.8, "Good agreement"), (1.01, "Very good agreement")]  # fmt: skip

TOO_FEW = f"Too few pairs: under {FEWEST_PAIRS} no figure would mean anything."
ONE_POINT = "Cannot be told: every mark is on one point, so nobody had a chance to disagree."
BELOW_CHANCE = (
    "Less agreement than chance: where schools mark high, peers tend to mark low. "
    "Ask what each takes the points to mean."
)
ALL_AGREE = "Every pair agrees; from that alone no interval can be worked out."


def in_words(kappa: float, interval: Optional[Tuple[float, float]], is_rough: bool) -> str:
    if interval is None and kappa > 0.999999:
        return ALL_AGREE
    low, high = interval or (kappa, kappa)
    if kappa < 0 and high < 0:
        return BELOW_CHANCE
    if kappa < 0:
        words = "Less agreement than chance on these pairs, but that may itself be chance"
    else:
        words = next(name for below, name in BANDS if kappa < below)
        if low <= 0:
            words += ", and it may be no more than chance"
    return words + (". Rough." if is_rough else ".")
