"""A fox spirit with a lantern among bamboo, and two wisps that follow it."""

from curves import band, curve, ellipse
from faces import EYE_WHITE, MOUTH, TONGUE, blush, brow, eye, nose, smiling_eye
from paper import Paint, Paper

from models.hints.parts import Part

TAGS = (
    "orange_hair",
    "yellow_eyes",
    "light_skin",
    "aqua_shirt",
    "blue_pants",
    "red_ribbon",
    "green_background",
)

HAIR = Paint("#e8964a", Part.HAIR)
SKIN = Paint("#f9dcc6", Part.SKIN)
IRIS = Paint("#c98a2b", Part.EYES)
FUR = Paint("#e8964a")
FUR_PALE = Paint("#fdf3e3")
EAR = Paint("#f3b7a0")
ROBE = Paint("#3f7f86", Part.TOP)
ROBE_PALE = Paint("#d8ebe2", Part.TOP)
SASH = Paint("#c9483f", Part.ORNAMENT)
SHORTS = Paint("#2f4a6b", Part.BOTTOM)
SANDAL = Paint("#a8754b", Part.FOOTWEAR)
STRAP = Paint("#c9483f", Part.FOOTWEAR)
PAPER_LAMP = Paint("#ffdf8e")
LAMP_RIM = Paint("#7b4b3a")
BAMBOO = Paint("#9fc07a")
BAMBOO_FAR = Paint("#c9ddb0")
LEAF = Paint("#6f9f5c")
MOSS = Paint("#87a862")
STONE = Paint("#aeb4b8")
CAP = Paint("#d65a4a")
STEM = Paint("#f7ecd9")
WISP = Paint("#9fd8ea")
WISP_PALE = Paint("#e6f7fb")
DANGO = (Paint("#f3a9b5"), Paint("#fdf6ec"), Paint("#a9c98a"))
WOOD = Paint("#b98a5a")
MASK = Paint("#fbf7ef")


def draw() -> Paper:
    paper = Paper(1536, 2048, "#eef4e2", seed=11)
    forest(paper)
    with paper.figure(10):
        tail(paper)
    with paper.figure(10):
        spirit(paper)
    lantern(paper)
    ground_front(paper)
    wisps(paper)
    return paper


def forest(paper: Paper) -> None:
    for x, w, color in (
        (90, 70, BAMBOO_FAR),
        (330, 50, BAMBOO_FAR),
        (1120, 54, BAMBOO_FAR),
        (1430, 64, BAMBOO_FAR),
        (210, 84, BAMBOO),
        (1290, 92, BAMBOO),
        (-10, 70, BAMBOO),
        (1530, 70, BAMBOO),
    ):
        paper.shape(
            f"{x - w / 2},-30* {x + w / 2},-30* {x + w / 2},1900* {x - w / 2},1900*", color, 4
        )
        start = (x * 7) % 200
        for y in range(start, 1800, 290):
            paper.shape(
                f"{x - w / 2 - 6},{y}* {x},{y + 8} {x + w / 2 + 6},{y}* {x + w / 2 + 6},{y + 20}* {x},{y + 28} {x - w / 2 - 6},{y + 20}*",
                color,
                4,
            )
            paper.lines(f"{x + w / 4},{y + 60} {x + w / 4},{y + 150}", width=4)
    for x, y, turn, size in (
        (250, 470, 20, 1.1),
        (250, 470, 62, 1.0),
        (250, 470, -24, 0.8),
        (1250, 300, 160, 1.1),
        (1250, 300, 118, 0.9),
        (1250, 300, 205, 0.8),
        (40, 230, 30, 1.0),
        (40, 230, 75, 0.9),
        (1500, 640, 150, 1.0),
        (1500, 640, 190, 0.9),
        (1330, 900, 35, 0.8),
        (170, 1010, 150, 0.7),
    ):
        with paper.placed(x, y, turn=turn, size=size):
            paper.shape("0,0* 60,-30 140,-24 220,14* 140,26 60,20", LEAF, 5.5)
            paper.line("10,0 100,-2 200,10", 3.6)
    paper.shape(
        "-20,1750 300,1690 600,1712 900,1690 1240,1700 1560,1740* 1560,2070* -20,2070*", MOSS, 6
    )


def tail(paper: Paper) -> None:
    whole = curve(
        "800,1480 930,1560 1100,1590 1240,1550* 1216,1520 1320,1480 1390,1390* 1350,1380 1420,1280 1424,1170* 1390,1190 "
        "1400,1060 1350,960 1340,860* 1400,800 1410,700* 1300,740 1200,830 1150,950 1150,1060* 1120,1040 1120,1130 1150,1220* "
        "1116,1210 1120,1290 1060,1350 960,1340 860,1320",
        closed=True,
    )
    paper.shape(whole, FUR, 6.5)
    with paper.within(whole):
        paper.shape(
            "1100,1040* 1190,1000* 1210,1060* 1276,1000* 1300,1060* 1370,990* 1480,1040* 1500,600* 1100,600*",
            FUR_PALE,
            6,
        )
    paper.lines(
        "1200,1260 1230,1190 1236,1120",
        "1260,1350 1310,1260 1320,1160",
        "1100,1470 1200,1430 1250,1370",
        "1230,930 1270,860 1330,800",
        "1290,950 1310,890",
        "980,1460 1080,1450",
        "1180,1500 1250,1460",
        width=5,
    )


def spirit(paper: Paper) -> None:
    # legs: one stands, one is lifted
    paper.shape(band("700,1440 690,1540 684,1660", "110 92 74", blunt=True), SKIN)
    sandal(paper, 680, 1690, 0)
    paper.shape(band("830,1440 880,1520 900,1600", "112 96 78", blunt=True), SKIN)
    sandal(paper, 898, 1630, -28)
    paper.lines("704,1560 690,1576 672,1572", "884,1500 900,1500 912,1490", width=4.5)
    # trousers
    paper.shape(
        "610,1270 590,1380 596,1480* 690,1506 762,1490* 776,1440 790,1500* 880,1510 948,1452* 920,1350 896,1270",
        SHORTS,
    )
    paper.lines(
        "700,1320 690,1400 690,1490",
        "850,1320 870,1400 900,1474",
        "776,1360 776,1430",
        "640,1330 630,1400",
        width=4.5,
    )
    # the robe
    paper.shape(
        "630,1030 600,1140 590,1270* 680,1310 760,1316 850,1310 926,1266* 904,1140 880,1030 760,990",
        ROBE,
    )
    paper.shape("690,1010* 730,1080 790,1150* 812,1118* 770,1070 740,1000*", ROBE_PALE, 5.5)
    paper.shape("840,1010* 800,1080 720,1170* 694,1146* 760,1060 790,1000*", ROBE_PALE, 5.5)
    paper.shape(band("596,1216 760,1262 916,1212", "76 80 76", blunt=True), SASH)
    paper.lines("640,1214 720,1240", "800,1250 880,1226", width=4.5)
    with paper.placed(850, 1250, turn=8):
        paper.shape("0,0 50,-34 84,-24 86,14 46,24", SASH, 5.5)
        paper.shape("0,0 -50,-34 -80,-20 -78,16 -44,22", SASH, 5.5)
        paper.shape("-10,10* -44,110 -30,140* 0,120* 6,14*", SASH, 5.5)
        paper.shape("6,12* 40,96 74,118* 84,88* 22,8*", SASH, 5.5)
        paper.shape(ellipse(0, 0, 22), SASH, 5.5)
    bell(paper)
    # the arm with the lantern
    paper.shape(band("470,1128 410,1100 360,1086", "66 60 54", blunt=True), SKIN)
    paper.shape(
        "690,1014 620,1036 550,1050 450,1070* 430,1130 440,1190 460,1290 520,1330 590,1310 612,1230 622,1160 660,1130-",
        ROBE,
    )
    paper.shape(
        "452,1068* 430,1130 440,1190 462,1292* 486,1280 464,1190 456,1130 474,1064*", ROBE_PALE, 5
    )
    for x, y in ((540, 1120), (560, 1230), (505, 1190)):
        flower(paper, x, y)
    # the arm with the sweets
    paper.shape(
        "836,1014 900,1046 960,1094 1010,1150 1050,1210 1040,1280 980,1300 900,1260* 862,1190* 900,1160 884,1120-",
        ROBE,
    )
    paper.shape("862,1190* 906,1262* 930,1246* 884,1172*", ROBE_PALE, 5)
    for x, y in ((980, 1180), (962, 1252)):
        flower(paper, x, y)
    stick(paper)
    paper.shape("880,1236 840,1220 820,1190 824,1162 850,1150 882,1160 904,1186 906,1216", SKIN)
    paper.lines("824,1182 850,1184", "832,1206 858,1204", width=4.5)
    with paper.placed(752, 730, turn=6, size=2.45):
        head(paper)


def flower(paper: Paper, x: float, y: float) -> None:
    with paper.placed(x, y):
        paper.shape("0,-24 9,-9 23,-8 13,5 15,20 0,13 -15,20 -13,5 -23,-8 -9,-9", ROBE_PALE, 4)
        paper.dot(0, 0, 4)


def bell(paper: Paper) -> None:
    paper.shape(ellipse(756, 1180, 25), PAPER_LAMP, 5.5)
    paper.line("734,1178 756,1184 778,1178", 4)
    paper.dot(756, 1192, 5)


def sandal(paper: Paper, x: float, y: float, turn: float) -> None:
    with paper.placed(x, y, turn=turn):
        paper.shape("-100,56* 74,56* 74,78* -100,78*", SANDAL)
        paper.shape("-74,78* -44,78* -44,112* -74,112*", SANDAL, 5.5)
        paper.shape("16,78* 46,78* 46,112* 16,112*", SANDAL, 5.5)
        paper.shape("-36,-40*- 38,-40* 46,10 44,52 -20,56 -84,54 -94,32 -70,12 -40,0", SKIN)
        paper.shape("-70,56* -50,6 -34,2 -8,14 12,56* -6,56* -28,24 -42,28 -52,56*", STRAP, 4.5)


def stick(paper: Paper) -> None:
    with paper.placed(862, 1190, turn=46):
        paper.shape("-6,60* 6,60* 6,-330* -6,-330*", WOOD, 5)
        for i, y in enumerate((-130, -200, -270)):
            paper.shape(ellipse(0, y, 41, 37), DANGO[i], 6)
            paper.line(f"-24,{y - 8} -16,{y - 20} -4,{y - 26}", 3.6)


def lantern(paper: Paper) -> None:
    with paper.figure(7):
        paper.shape(band("392,1190 300,960 220,820", "20 18 16", blunt=True), WOOD)
        paper.shape("392,1110 372,1070 340,1052 312,1062 304,1090 316,1120 346,1136 378,1132", SKIN)
        paper.lines("310,1076 340,1074", "306,1098 338,1098", "318,1122 346,1116", width=4.5)
    paper.line("222,826 214,880 216,920", 5, (0.9, 0.9))
    with paper.figure(8), paper.placed(214, 1030, turn=5):
        round_ = curve(
            "-60,-96* -112,-50 -124,10 -104,70 -60,106* 60,106* 104,70 124,10 112,-50 60,-96*",
            closed=True,
        )
        paper.shape(round_, PAPER_LAMP)
        with paper.within(round_):
            for y in (-56, -10, 36, 80):
                paper.line(
                    f"-130,{y - 8} -60,{y + 8} 0,{y + 12} 60,{y + 8} 130,{y - 8}", 4.5, (0.8, 0.8)
                )
        paper.shape("-64,-122* 64,-122* 64,-92* -64,-92*", LAMP_RIM)
        paper.shape("-64,102* 64,102* 64,130* -64,130*", LAMP_RIM)
        paper.shape("-8,130* 8,130* 22,220* 6,204* 0,224* -8,204* -22,220*", SASH, 5)


def head(paper: Paper) -> None:
    # ears stand behind the hair
    for side in (-1, 1):
        with paper.placed(0, 0, flip=side > 0):
            paper.shape("-104,-50 -130,-130 -128,-214* -70,-180 -14,-116", FUR, 5.5)
            paper.shape("-96,-76* -112,-130 -112,-182* -80,-160 -44,-112*", EAR, 4.5)
            paper.shape(
                "-92,-74* -98,-110* -84,-104* -86,-136* -68,-118* -62,-138* -44,-108*",
                FUR_PALE,
                4.5,
            )
    paper.shape(
        "-90,-60 -118,-20 -128,40* -108,34 -118,84* -88,70 -80,104* 0,90 84,100* 88,70 120,80* 108,34 128,36* "
        "118,-20 90,-60",
        HAIR,
        5.5,
    )
    paper.shape(
        "-92,-20 -97,20 -90,58 -54,92 0,102 54,92 90,58 97,20 92,-20 60,-100 0,-115 -60,-100",
        SKIN,
        5.5,
    )
    eye(paper, -38, 16, IRIS, outer=-1, wide=44, high=52, look=(2, 0))
    smiling_eye(paper, 46, 22, wide=44, outer=1)
    brow(paper, -40, -32, outer=-1, wide=34, lift=10, width=7)
    brow(paper, 48, -22, outer=1, wide=34, lift=5, width=7)
    for side in (-1, 1):
        blush(paper, side * 68 + 3, 54)
    nose(paper, 5, 40, 7, 1)
    mouth = curve("-26,58* -10,64 4,58 20,64 36,54* 32,78 8,90 -14,80", closed=True)
    paper.shape(mouth, MOUTH, 4.5)
    with paper.within(mouth):
        paper.shape(ellipse(8, 90, 20, 13), TONGUE, 3.5)
    paper.shape("14,62* 20,76* 27,60*", EYE_WHITE, 3.5)
    fringe = curve(
        "-96,70* -114,30 -120,-20 -106,-80 -62,-120 0,-134 62,-120 106,-80 120,-20 114,30 98,72* 96,30 88,-10 78,-40* "
        "72,-16 52,6* 50,-22 36,-52* 24,-20 -4,10* -2,-24 -16,-54* -24,-22 -50,4* -48,-26 -60,-50* -76,-14 -92,24",
        closed=True,
    )
    paper.shape(fringe, HAIR, 5.5)
    paper.lines(
        "0,-130 24,-100 36,-62",
        "-12,-130 -24,-96 -22,-66",
        "20,-128 62,-94 80,-50",
        "-30,-126 -60,-92 -70,-54",
        "102,-30 108,10 102,44",
        "-102,-30 -110,10 -102,44",
        width=3.6,
    )
    paper.shape("-8,-130 -20,-160 6,-190* 8,-166 26,-176* 24,-150 14,-128", HAIR, 5)
    # the mask at the side of the head
    with paper.placed(98, -58, turn=24, size=0.72):
        mask = curve(
            "-50,-10 -62,-84* -28,-58 0,-62 28,-58 62,-84* 50,-10 56,20 30,50 0,74 -30,50 -56,20",
            closed=True,
        )
        paper.shape(mask, MASK, 5.5)
        paper.shape("-48,-40* -52,-66* -34,-50*", SASH, 4)
        paper.shape("48,-40* 52,-66* 34,-50*", SASH, 4)
        paper.line("-42,-2 -28,10 -12,8", 6, (0.5, 0.2))
        paper.line("42,-2 28,10 12,8", 6, (0.5, 0.2))
        paper.shape("0,-44 9,-28 0,-14 -9,-28", SASH, 4)
        paper.black("-8,44 0,40 8,44 0,56")
        paper.lines("-20,34 -50,28", "-18,42 -44,44", "20,34 50,28", "18,42 44,44", width=4)


def ground_front(paper: Paper) -> None:
    with paper.figure(8):
        paper.shape(
            "420,1880 460,1810 560,1780 700,1784 820,1800 900,1830 930,1890 840,1920 600,1926 460,1914",
            STONE,
        )
        paper.lines(
            "520,1840 560,1820 600,1826", "820,1860 860,1856 880,1870", "640,1880 700,1886", width=5
        )
        paper.hatch("780,1880 850,1840 910,1860 900,1900 820,1912", 20, 15, 4)
    for x, y, size, turn in (
        (1180, 1870, 1.2, 6),
        (1310, 1910, 0.8, 14),
        (1090, 1920, 0.6, -10),
        (180, 1900, 1.0, -6),
        (300, 1940, 0.6, 10),
    ):
        with paper.figure(7), paper.placed(x, y, turn=turn, size=size):
            paper.shape("-30,-60* -24,0 -34,56 34,56 24,0 30,-60*", STEM, 5.5)
            paper.shape("-100,-46 -90,-110 -40,-152 40,-152 90,-110 100,-46 40,-34 -40,-34", CAP)
            for dx, dy, r in ((-44, -96, 15), (14, -118, 19), (54, -76, 13), (-8, -66, 12)):
                paper.shape(ellipse(dx, dy, r, r * 0.9), STEM, 4.5)
            paper.lines("-12,-20 -12,10", "4,-22 4,20", width=4)
    for x, y in ((90, 1960), (1440, 1980), (960, 1990), (420, 1990), (1440, 1800)):
        for bend in (-60, -24, 14, 56):
            paper.shape(
                band(
                    f"{x + bend * 0.2},{y + 40} {x + bend * 0.5},{y - 30} {x + bend},{y - 90 + abs(bend) * 0.5}",
                    "20 18 1",
                ),
                LEAF,
                5,
            )


def wisps(paper: Paper) -> None:
    for x, y, size, turn in ((330, 620, 0.95, -10), (1310, 560, 0.8, 12), (380, 1640, 0.75, 8)):
        with paper.placed(x, y, size=size, turn=turn):
            paper.shape(
                "0,70 -56,50 -70,0 -44,-50 -20,-70 -10,-130* 20,-90 50,-56 70,0 56,50", WISP, 6
            )
            paper.shape("0,62 -38,46 -44,8 -20,-30 2,-54* 24,-26 46,8 38,46", WISP_PALE, 4.5)
            for dx in (-16, 18):
                paper.black(ellipse(dx, 14, 6, 10))
            paper.line("-8,30 0,36 10,30", 4.5, (0.5, 0.5))
