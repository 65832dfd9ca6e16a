"""A course read blind: the options of every decision alone, without their scene.

What can be answered so is answered by the words, and the situation decides nothing. `items` says what is asked, `sheet`
in which order, `writing` how that reads on paper, `answer` and `handed_in` what came back, `results` what it amounts
to beside a guesser (`chance`), and `report` says it.
"""
