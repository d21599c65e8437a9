"""An old gardener who waters his tulips, with a robin on his hat."""

from math import cos, sin, tau

from curves import band, curve, ellipse
from faces import EYE_WHITE, MOUTH, blush, smiling_eye
from paper import Paint, Paper

from models.hints.parts import Part

TAGS = (
    "white_hair",
    "light_skin",
    "red_shirt",
    "blue_pants",
    "green_footwear",
    "yellow_hat",
    "brown_eyewear",
    "blue_background",
)

BEARD = Paint("#f4f1ea", Part.HAIR)
SKIN = Paint("#efbf9b", Part.SKIN)
HAT = Paint("#e7c878", Part.HAT)
HATBAND = Paint("#b5523f", Part.HAT)
SHIRT = Paint("#cf6a54", Part.TOP)
SHIRT_PALE = Paint("#f1dcc8", Part.TOP)
DUNGAREES = Paint("#55779f", Part.BOTTOM)
PATCH = Paint("#d9a94e", Part.BOTTOM)
BOOTS = Paint("#7a9a52", Part.FOOTWEAR)
SOLE = Paint("#4d6a3a", Part.FOOTWEAR)
GLASSES = Paint("#8a6a4a", Part.GLASSES)
CAN = Paint("#7fb0b5")
WATER = Paint("#a9d8ea")
POTS = (Paint("#c9744e"), Paint("#d98d5f"), Paint("#b5634a"))
TULIPS = (Paint("#e2574c"), Paint("#f2b33d"), Paint("#d977a3"))
LEAF = Paint("#6fa35a")
LEAF_PALE = Paint("#a5c977")
PETAL = Paint("#f6c13b")
SEEDS = Paint("#7a5236")
WOOD = Paint("#b98a5c")
FENCE = Paint("#fbf6ec")
GRASS = Paint("#a9c97e")
ROBIN = Paint("#9a7a5e")
ROBIN_BREAST = Paint("#e5733c")
SNAIL = Paint("#e7cfa6")
SHELL = Paint("#c98a5c")
SUN = Paint("#ffd968")
TROWEL = Paint("#b9c3c9")


def draw() -> Paper:
    paper = Paper(1536, 2048, "#d9edf4", seed=21)
    garden(paper)
    sunflowers(paper)
    with paper.figure(10):
        gardener(paper)
    with paper.placed(0, 116):
        bench(paper)
    can(paper)
    front(paper)
    return paper


def garden(paper: Paper) -> None:
    paper.shape(ellipse(250, 330, 130), SUN, 6)
    for turn in range(0, 360, 30):
        with paper.placed(250, 330, turn=turn):
            paper.shape("-17,-162* 0,-226* 17,-162*", SUN, 5.5)
    paper.shape(
        "1010,330* 960,300 974,250 1026,240 1050,186 1110,170 1160,200 1210,186 1260,220 1270,260 1330,262 1350,310 "
        "1310,330*",
        Paint("#ffffff"),
        5.5,
    )
    paper.line("1040,250 1070,240 1096,254", 4)
    paper.shape(
        "-20,1270 200,1190 480,1240 760,1180 1080,1230 1300,1180 1560,1250* 1560,1700* -20,1700*",
        LEAF_PALE,
        6,
    )
    for x in range(-20, 1600, 118):
        paper.shape(f"{x},1320* {x + 44},1270* {x + 88},1320* {x + 88},1720* {x},1720*", FENCE, 5.5)
        paper.lines(f"{x + 26},1360 {x + 25},1440", f"{x + 60},1560 {x + 60},1620", width=4)
        for y in (1400, 1590):
            paper.shape(
                f"{x + 88},{y}* {x + 118},{y}* {x + 118},{y + 46}* {x + 88},{y + 46}*", FENCE, 5
            )
    paper.shape("-20,1690 260,1676 700,1690 1100,1670 1560,1694* 1560,2070* -20,2070*", GRASS, 6)
    for x, y in ((700, 1760), (1110, 1990), (90, 1990), (1480, 1790), (560, 1985), (1500, 1960)):
        paper.lines(
            f"{x},{y} {x - 8},{y - 26} {x - 20},{y - 44}",
            f"{x + 8},{y} {x + 10},{y - 30} {x + 8},{y - 54}",
            f"{x + 16},{y} {x + 30},{y - 22} {x + 44},{y - 34}",
            width=5.5,
        )


def sunflowers(paper: Paper) -> None:
    for x, y, size, turn, bend in (
        (1385, 760, 1.0, 10, 30),
        (1240, 1010, 0.72, -8, -20),
        (1480, 1130, 0.7, 16, 24),
    ):
        paper.shape(
            band(f"{x},{y} {x + bend},{(y + 1750) / 2} {x},1760", "26 28 30", blunt=True), LEAF
        )
        for side, at in ((-1, 0.52), (1, 0.66)):
            ly = y + (1750 - y) * at
            with paper.placed(x + bend * 0.8, ly, flip=side < 0, size=size + 0.1, turn=-20 * side):
                paper.shape("0,0* 50,-60 130,-76 190,-40* 150,20 70,36", LEAF, 5.5)
                paper.line("8,-4 80,-24 170,-38", 4)
        with paper.figure(7), paper.placed(x, y, size=size, turn=turn):
            for count, reach, turned in ((13, 182, 0.0), (13, 158, 0.5)):
                petals = []
                for i in range(count):
                    for part, far in ((0.0, 0.62), (0.24, 0.86), (0.5, 1.0), (0.76, 0.86)):
                        angle = (i + part + turned) * tau / count
                        spot = f"{sin(angle) * reach * far},{-cos(angle) * reach * far}"
                        petals.append(spot + ("*" if part in (0.0, 0.5) else ""))
                paper.shape(" ".join(petals), PETAL, 5)
                for i in range(count):
                    with paper.placed(0, 0, turn=(i + 0.5 + turned) * 360 / count):
                        paper.line(f"0,{-reach * 0.66} 0,{-reach * 0.86}", 3.6, (0.8, 0.1))
            paper.shape(ellipse(0, 0, 96), SEEDS, 5.5)
            for ring, count in ((30, 8), (58, 14), (80, 20)):
                for i in range(count):
                    with paper.placed(0, 0, turn=i * 360 / count + ring):
                        paper.dot(0, -ring, 5.5)


def gardener(paper: Paper) -> None:
    # legs and boots
    for x, turn in ((745, 3), (975, -5)):
        with paper.placed(x, 1800, turn=turn):
            paper.shape(
                "-78,-150* 78,-150* 80,-20 92,40 60,64 -40,66 -124,64 -150,36 -128,0 -84,-20", BOOTS
            )
            paper.black("-156,48* 98,48* 98,80* -150,80*")
            paper.shape("-86,-164* 86,-164* 84,-118* -84,-118*", BOOTS)
            paper.lines("-104,14 -90,30", "-84,4 -70,20", "54,-60 58,-20", width=5)
    trousers = curve(
        "590,1220 600,1400 620,1560 650,1664* 750,1690 834,1668* 850,1560 866,1500* 880,1560 890,1664* 980,1682 "
        "1070,1650* 1100,1500 1124,1360 1120,1220",
        closed=True,
    )
    paper.shape(trousers, DUNGAREES)
    paper.shape("650,1640* 750,1668 836,1644* 836,1680 750,1706 648,1678*", DUNGAREES, 5.5)
    paper.shape("886,1640* 980,1660 1074,1626* 1078,1662 980,1696 888,1678*", DUNGAREES, 5.5)
    paper.shape("930,1480* 1030,1466* 1040,1570* 940,1582*", PATCH, 5.5)
    for x, y in (
        (932, 1500),
        (935, 1540),
        (960, 1476),
        (1000, 1470),
        (1036, 1500),
        (1040, 1540),
        (970, 1580),
        (1010, 1574),
    ):
        paper.line(f"{x - 8},{y - 2} {x + 8},{y + 2}", 4.5, (0.8, 0.8))
    paper.lines(
        "700,1440 690,1540 696,1600",
        "866,1420 866,1500",
        "640,1400 650,1500",
        "780,1620 750,1600",
        width=5,
    )
    # shirt and bib
    paper.shape(
        "700,890 640,960 600,1080 588,1240 700,1300 860,1316 1020,1296 1122,1236 1110,1080 1070,960 1010,890 850,860",
        SHIRT,
    )
    paper.shape(
        "720,1010* 850,1024 990,1006* 1020,1130 1122,1200 1124,1300 860,1350 586,1300 588,1206 690,1130",
        DUNGAREES,
    )
    for x, turn in ((716, -4), (994, 6)):
        with paper.placed(x, 1010, turn=turn):
            paper.shape("-28,-150* 24,-150* 26,20 0,40 -26,20", DUNGAREES, 5.5)
            paper.shape(ellipse(0, 8, 17), PATCH, 5)
    pocket = curve("760,1090* 950,1086* 952,1200 900,1236 810,1238 762,1204", closed=True)
    with paper.placed(900, 1070, turn=12):
        paper.shape("-11,-90* 11,-90* 14,40* -14,40*", WOOD, 5)
        paper.shape("-16,-100 0,-112 16,-100 16,-70 -16,-70", POTS[0], 5)
    with paper.placed(812, 1090, turn=-10):
        paper.shape("0,-110 36,-60 30,10* -30,10* -36,-60", LEAF, 5)
        paper.line("0,-100 0,0", 4)
    paper.shape(pocket, DUNGAREES)
    paper.line("764,1120 856,1126 950,1116", 4, (0.7, 0.7))
    paper.lines(
        "620,1180 640,1140",
        "1090,1170 1060,1130",
        "640,1300 700,1316",
        "1040,1316 1086,1296",
        width=5,
    )
    arm_can(paper)
    with paper.placed(842, 660, turn=-8, size=1.9):
        head(paper)
    with paper.placed(66, 20):
        arm_pot(paper)


def arm_can(paper: Paper) -> None:
    paper.shape(
        "420,1118 392,1092 380,1060 394,1030 426,1024 462,1036 486,1062 484,1100 456,1122", SKIN
    )
    paper.shape(band("540,1130 500,1110 452,1084", "92 80 70", blunt=True), SKIN)
    paper.lines("398,1040 420,1062", "386,1066 412,1080", "400,1098 420,1094", width=4.5)
    paper.shape(
        "700,900 640,930 590,1010 520,1070* 500,1140 530,1190* 620,1180 690,1120 730,1040 740,960-",
        SHIRT,
    )
    paper.shape(
        "536,1050 498,1090 488,1150 520,1200* 566,1196 580,1150 566,1090 544,1052*", SHIRT_PALE, 5.5
    )
    paper.lines("640,1130 620,1090 626,1070", "610,1040 630,1016", "690,1080 676,1050", width=5)


def arm_pot(paper: Paper) -> None:
    paper.shape(
        "1010,890 1080,930 1130,1020 1170,1110 1176,1180 1130,1220 1050,1210* 1010,1130* 1060,1110 1030,1040 980,980-",
        SHIRT,
    )
    paper.lines(
        "1160,1180 1120,1170 1096,1150", "1150,1120 1120,1130", "1060,950 1070,990", width=5
    )
    with paper.placed(1010, 1020, turn=5):
        paper.shape(band("0,-60 6,-110 0,-150", "14 13 10", blunt=True), LEAF, 5)
        paper.shape("0,-120* -30,-180 -86,-190 -110,-160* -80,-126 -40,-112", LEAF_PALE, 5.5)
        paper.shape("4,-140* 30,-206 84,-220 110,-190* 84,-150 44,-134", LEAF_PALE, 5.5)
        paper.lines("-6,-126 -50,-152 -94,-160", "10,-148 50,-178 94,-190", width=3.6)
        paper.shape("-72,-50* 72,-50* 52,90 -52,90", POTS[0])
        paper.shape("-84,-76* 84,-76* 80,-36* -80,-36*", POTS[0])
    paper.shape(band("1090,1180 1064,1150 1036,1128", "88 80 72", blunt=True), SKIN)
    paper.shape(
        "1054,1166 1010,1164 968,1142 950,1110 962,1086 990,1080 1000,1060 1026,1062 1060,1080 1084,1110 1084,1146",
        SKIN,
    )
    paper.lines("962,1092 996,1102", "958,1116 992,1124", "974,1140 1000,1144", width=4.5)
    paper.shape("1060,1216 1030,1180 1024,1126* 1070,1110* 1106,1150 1118,1200*", SHIRT_PALE, 5.5)


def head(paper: Paper) -> None:
    for side in (-1, 1):
        paper.shape(ellipse(side * 100, 20, 20, 28), SKIN, 5.5)
        paper.line(f"{side * 104},10 {side * 96},22 {side * 102},32", 3.4)
    paper.shape("-86,-60 -98,0 -94,50 0,110 94,50 98,0 86,-60 0,-100", SKIN, 5.5)
    # beard, then moustache, nose and cheeks
    beard = curve(
        "-100,20* -112,60 -104,110 -110,140* -86,140 -72,176* -48,166 -28,206* -4,178 26,204* 44,166 72,176* 84,142 "
        "110,140* 104,108 112,60 100,20* 84,56 40,66 0,62 -40,66 -84,56",
        closed=True,
    )
    paper.shape(beard, BEARD, 5.5)
    paper.lines(
        "-70,90 -66,130",
        "-40,110 -34,150",
        "0,120 -2,156",
        "36,112 34,148",
        "68,92 66,128",
        "-90,70 -92,100",
        "90,70 92,100",
        width=4,
    )
    paper.shape("-22,74 0,70 22,74 16,90 0,96 -16,90", MOUTH, 4.5)
    for side in (-1, 1):
        with paper.placed(0, 0, flip=side < 0):
            paper.shape("0,56* 24,48 56,58 86,54 104,36* 104,72 72,92 36,90 0,76*", BEARD, 5.5)
            paper.line("16,66 46,76 78,70", 3.6)
        smiling_eye(paper, side * 40, 6, wide=38, outer=side, lashes=False)
        paper.line(f"{side * 72},-4 {side * 82},-10", 3.4)
        paper.line(f"{side * 72},4 {side * 84},4", 3.4)
        rim = ellipse(side * 41, 6, 34, 33)
        paper.line(rim, 5, (1, 1))
        with paper.placed(side * 42, -40, flip=side < 0):
            paper.shape("-28,6 -10,-12 18,-12 36,6 12,2 -10,8", BEARD, 4.5)
        blush(paper, side * 70, 40, 3, 0.9)
    paper.line("-9,2 0,-3 9,2", 5, (1, 1))
    paper.shape("-20,36 -18,22 0,14 18,22 22,38 12,52 -12,52", SKIN, 5)
    paper.line("-8,24 -2,20", 3.4)
    # hair at the temples, hat
    for side in (-1, 1):
        with paper.placed(0, 0, flip=side < 0):
            paper.shape("82,-50* 112,-40 122,-10* 108,-8 114,14* 98,4 92,-20", BEARD, 5)
    crown = curve("-96,-60 -92,-120 -60,-166 0,-176 60,-166 92,-120 96,-60 0,-40-", closed=True)
    paper.shape(crown, HAT, 5.5)
    with paper.within(crown):
        paper.shape("-120,-100* 0,-84 120,-100* 120,-62 0,-46 -120,-62", HATBAND, 5)
        paper.lines(
            "-60,-150 -20,-158 20,-158", "20,-140 50,-132 74,-118", "-80,-116 -50,-112", width=3.6
        )
    brim = curve(
        "-176,-34 -150,-66 -90,-74 -60,-62 0,-56 60,-62 90,-74 150,-66 176,-34 150,-14 80,-24 0,-20 -80,-24 -150,-14",
        closed=True,
    )
    paper.shape(brim, HAT, 5.5)
    paper.lines(
        "-150,-40 -100,-46",
        "-80,-40 -30,-36",
        "40,-38 90,-42",
        "110,-40 152,-40",
        "-120,-28 -90,-30",
        "96,-30 124,-28",
        width=3.4,
    )
    with paper.placed(38, -196, turn=8, size=0.62):
        robin(paper)


def robin(paper: Paper) -> None:
    paper.shape("60,30 110,34 150,56* 146,76* 96,70 56,60", ROBIN, 7)
    paper.line("-10,80 -12,108", 7)
    paper.line("16,80 18,106", 7)
    body = curve(
        "-70,-20 -66,-64 -30,-90 10,-86 36,-56 60,-10 70,40 40,80 -10,88 -56,60 -76,20", closed=True
    )
    paper.shape(body, ROBIN, 8)
    with paper.within(body):
        paper.shape("-100,-50 -40,-60 -14,-30 0,10 -10,60 -50,90 -110,60", ROBIN_BREAST, 6)
    paper.shape("0,0* 40,-14 70,20 76,56* 40,60 10,44", ROBIN, 6)
    paper.shape("-70,-44* -104,-34* -68,-22*", PETAL, 6)
    paper.dot(-36, -52, 9)
    paper.shape(ellipse(-39, -55, 3), EYE_WHITE, 0)


def can(paper: Paper) -> None:
    # water, can and the fingers over its handle
    for i, (x, y) in enumerate(
        ((128, 1176), (92, 1216), (160, 1240), (116, 1276), (70, 1300), (172, 1320), (130, 1350))
    ):
        with paper.placed(x, y, turn=12 - i * 2):
            paper.shape("0,-24* 11,0 8,14 -8,14 -11,0", WATER, 4.5)
    with paper.figure(9), paper.placed(386, 1200, turn=-24):
        paper.line("-86,-74 -60,-150 20,-186 90,-150 96,-60", 22, (1, 1))
        paper.shape("-100,20* -200,-60 -270,-110* -300,-84* -240,-10 -100,80*", CAN)
        paper.shape("-258,-150 -330,-66 -346,-84 -320,-130 -280,-158*", CAN)
        paper.dot(-318, -96, 4.5)
        paper.dot(-300, -116, 4.5)
        paper.dot(-284, -136, 4.5)
        paper.shape("-104,-70* 104,-70* 116,110* -116,110*", CAN)
        paper.shape(ellipse(0, -70, 104, 24), CAN)
        paper.line("-108,0 0,14 108,0", 4.5, (0.8, 0.8))
        paper.line("-114,80 0,96 114,80", 4.5, (0.8, 0.8))
    paper.shape("356,1040 362,1018 392,1008 430,1018 440,1044 420,1062 380,1064", SKIN)
    paper.lines("384,1062 386,1040", "404,1062 406,1042", width=4.5)


def bench(paper: Paper) -> None:
    with paper.figure(9):
        paper.shape("60,1570* 96,1570* 110,1880* 70,1880*", WOOD)
        paper.shape("470,1570* 506,1570* 496,1880* 456,1880*", WOOD)
        paper.shape("96,1730* 470,1730* 470,1766* 98,1766*", WOOD)
        paper.shape("10,1530* 560,1530* 560,1576* 10,1576*", WOOD)
        paper.lines("60,1552 200,1552", "260,1548 420,1550", "470,1556 530,1556", width=4)
    for i, (x, high, lean) in enumerate(((110, 200, -16), (290, 150, 6), (462, 210, 20))):
        with paper.figure(7):
            for dx, up, tilt, kind in (
                (-34, high * 0.72, -16, 1),
                (36, high * 0.8, 14, 2),
                (0, high, lean * 0.4, 0),
            ):
                top = 1400 - up
                paper.shape(
                    band(
                        f"{x + dx * 0.5},1420 {x + dx * 0.8},{top + 90} {x + dx + lean},{top + 30}",
                        "13 13 12",
                        blunt=True,
                    ),
                    LEAF,
                    5,
                )
                with paper.placed(x + dx + lean, top, turn=tilt):
                    paper.shape(
                        "-38,-44* -20,-22 0,-58* 20,-22 38,-44* 44,0 26,38 -26,38 -44,0",
                        TULIPS[(i + kind) % 3],
                        5.5,
                    )
                    paper.line("-16,-18 -10,10 -14,30", 3.6)
                    paper.line("16,-18 12,8", 3.6)
            for side in (-1, 1):
                paper.shape(
                    band(
                        f"{x + side * 16},1430 {x + side * 60},1350 {x + side * 96},1290", "20 36 2"
                    ),
                    LEAF,
                    5,
                )
        with paper.figure(8):
            paper.shape(f"{x - 66},1420* {x + 66},1420* {x + 50},1532 {x - 50},1532", POTS[i])
            paper.shape(f"{x - 78},1394* {x + 78},1394* {x + 74},1436* {x - 74},1436*", POTS[i])
            paper.lines(f"{x - 46},1454 {x - 40},1500", width=4.5)


def front(paper: Paper) -> None:
    for x, y, size in ((1280, 1850, 1.0), (1440, 1900, 0.8)):
        with paper.figure(8), paper.placed(x, y, size=size):
            paper.shape("-60,60 -150,50 -160,-10 -110,-50 -90,10", LEAF, 5.5)
            paper.shape("60,60 150,50 164,-10 110,-50 90,10", LEAF, 5.5)
            paper.shape("-70,70 -120,20 -110,-60 -50,-100 0,-60 20,70", LEAF_PALE, 5.5)
            paper.shape("70,70 120,20 112,-60 50,-104 0,-60 -20,70", LEAF_PALE, 5.5)
            paper.shape("0,80 -60,60 -76,0 -40,-60 10,-70 60,-50 76,10 56,64", LEAF_PALE, 5.5)
            paper.lines(
                "4,70 6,10 -10,-40",
                "4,30 34,-6",
                "2,36 -30,4",
                "-80,20 -70,-40",
                "90,20 84,-40",
                "-130,20 -100,16",
                "132,20 104,16",
                width=4,
            )
    with paper.figure(8), paper.placed(930, 1966):
        paper.shape(
            "-150,30 -120,6 -90,0 -96,-50 -76,-64 -50,-50 -44,-6 40,0 120,20 150,40 0,46", SNAIL
        )
        paper.shape(ellipse(36, -34, 70, 66), SHELL)
        paper.line("60,24 6,20 -12,-34 20,-76 74,-66 84,-24 54,2 24,-10 26,-40 52,-44 58,-28", 5)
        for x in (-92, -64):
            paper.line(f"{x},-54 {x - 8},-84 {x - 6},-100", 5.5)
            paper.dot(x - 6, -104, 8)
        paper.dot(-84, -34, 5)
        paper.line("-92,-14 -78,-10 -66,-16", 4.5)
