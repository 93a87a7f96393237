"""What must stay untouched (FACTS 8d): the least list, each with its number."""

from __future__ import annotations

import pytest

from familysupport.statements.coach import review

UNTOUCHED = {
    "N-01": "I always loved you.",
    "N-02": "I will never stop loving you.",
    "N-03": "I have always been proud of you.",
    "N-04": "You always made me laugh.",
    "N-05": "You never gave up on me when I was ill.",
    "N-06": "I go to Narcotics Anonymous. Gran goes to Families Anonymous.",
    "N-07": "I rang Parents of Addicted Loved Ones.",
    "N-08": "The addiction doctor was kind. Addiction medicine is his field.",
    "N-09": "I wrote to the National Institute on Drug Abuse and the Journal of Substance Abuse.",
    "N-10": "The doctor called it substance use disorder. I read about opioid addiction.",
    "N-11": "“I am an addict,” he said.",
    "N-12": "I'm an addict in recovery.",
    "N-13": "They called him a junkie and it hurt.",
    "N-14": "The word “addict” is hurtful.",
    "N-15": "Let us clean the kitchen. I put clean clothes on your bed and let in clean air.",
    "N-16": "There were dirty dishes and dirty laundry.",
    "N-17": "I found the user manual and your user name.",
    "N-18": "You should know how proud I am. You need to know I love you.",
    "N-19": "You have to see this photo of you.",
    "N-20": "You must be tired.",
    "N-21": "I was abused as a child. I called the child abuse hotline.",
    "N-22": "I'm afraid you could die.",
    "N-23": "I can't give cash, but I'll buy your lunch.",
    "N-24": "If you say yes, I'll drive you.",
    "N-25": "If you stop breathing, I will call 911.",
    "N-26": "I made mistakes. It was my fault that I shouted.",
    "N-27": "You did so well at the clinic.",
    "N-28": "Because of you, I learned patience.",
    "N-29": "If you ever want help, call any time.",
    "N-30": "I was ashamed of myself.",
    "N-31": "I saved the number of Never Use Alone.",
    "N-32": "He said “Shut up” to me, and I cried.",
    "N-33": "Always carry naloxone, and never leave them alone.",
    "N-34": "Why don't we go together?",
    "N-35": "Could you tell me why it feels hard?",
    "N-36": "Everything I have is yours.",
    "N-37": "He died by suicide last year.",
    "N-38": "I met people from the drug user union. They said heroin use disorder.",
    "fear": "I thought you were dead.",
    "limit": "I will not give cash any more.",
}


@pytest.mark.parametrize("number", UNTOUCHED)
def test_what_must_stay_untouched_does(number: str) -> None:
    text = UNTOUCHED[number]
    assert [(mark.rule, text[mark.start : mark.end]) for mark in review(text).marks] == []


@pytest.mark.parametrize("number", UNTOUCHED)
def test_it_stays_untouched_however_it_is_typed(number: str) -> None:
    for text in (
        UNTOUCHED[number].lower(),
        UNTOUCHED[number].replace("'", ""),
        UNTOUCHED[number].replace("'", "’").upper(),
    ):
        assert [(mark.rule, text[mark.start : mark.end]) for mark in review(text).marks] == []
