"""Two friends on a bench with their ice cream, and a dachshund that hopes."""

from curves import band, curve, ellipse
from faces import EYE_WHITE, blush, brow, dot_eye, eye, laugh, nose, smiling_eye
from paper import Paint, Paper

from models.hints.parts import Part

TAGS = (
    "brown_hair",
    "brown_eyes",
    "light_skin",
    "yellow_dress",
    "blue_shirt",
    "red_pants",
    "blue_hat",
    "red_ribbon",
    "blue_background",
)

CURLS = Paint("#4a3430", Part.HAIR)
STRAIGHT = Paint("#e0a24f", Part.HAIR)
DARK_SKIN = Paint("#b07a54", Part.SKIN)
SKIN = Paint("#f8d9c4", Part.SKIN)
BROWN_EYES = Paint("#6a4428", Part.EYES)
GREEN_EYES = Paint("#5b8f5a", Part.EYES)
DRESS = Paint("#f0b944", Part.DRESS)
DRESS_PALE = Paint("#fff4d9", Part.DRESS)
SHIRT = Paint("#e9f1f5", Part.TOP)
STRIPE = Paint("#4f86b8", Part.TOP)
SHORTS = Paint("#c9604f", Part.BOTTOM)
SHOES = (Paint("#5aa58f", Part.FOOTWEAR), Paint("#e8e3d8", Part.FOOTWEAR))
SOCKS = Paint("#ffffff", Part.LEGWEAR)
RIBBON = Paint("#d9574f", Part.ORNAMENT)
CAP = Paint("#4f86b8", Part.HAT)
CONE = Paint("#dca763")
SCOOPS = (Paint("#f4a7b4"), Paint("#a8d8b0"), Paint("#8a5c42"), Paint("#fff1cf"))
CHERRY = Paint("#d8343c")
BENCH = Paint("#b98352")
IRON = Paint("#56606c")
DOG = Paint("#a5683f")
DOG_PALE = Paint("#d9a673")
LEAF = Paint("#8fbf6f")
TRUNK = Paint("#9a7253")
GRASS = Paint("#bfd98f")
PATH = Paint("#efe2c6")
CLOUD = Paint("#ffffff")
CART = Paint("#f2efe6")
AWNING = Paint("#e2695b")


def draw() -> Paper:
    paper = Paper(2048, 1536, "#cdeaf5", seed=41)
    park(paper)
    cart(paper)
    bench(paper)
    with paper.figure(10):
        girl(paper)
    with paper.figure(10):
        boy(paper)
    with paper.figure(9):
        dog(paper)
    sparrow(paper, 1690, 1360)
    sparrow(paper, 1880, 1420, turn=16, flip=True)
    return paper


def park(paper: Paper) -> None:
    for x, y, size, flip in ((1010, 170, 1.0, False), (1850, 240, 0.8, True)):
        with paper.placed(x, y, size=size, flip=flip):
            paper.shape(
                "-200,60* -236,30 -220,-20 -170,-34 -150,-90 -80,-116 -20,-90 20,-110 80,-96 104,-46 160,-50 "
                "200,-10 190,44 150,60*",
                CLOUD,
                5,
            )
            paper.line("-150,-34 -120,-44 -90,-30", 3.8)
    paper.shape(
        "-20,960 300,900 700,930 1200,880 1700,920 2070,880* 2070,1560* -20,1560*", GRASS, 5.5
    )
    paper.shape("-20,1330 400,1280 1000,1300 1600,1270 2070,1300* 2070,1560* -20,1560*", PATH, 5.5)
    with paper.figure(7):
        paper.shape(
            "150,1180 176,1040 170,900 160,640* 260,640* 256,900 262,1040 300,1180 230,1160", TRUNK
        )
        paper.lines("200,820 196,900", "232,900 236,1000", "190,980 186,1040", width=5)
        paper.shape(
            "60,760 -60,700 -90,560 -30,460 -50,320 60,220 200,180 330,210 440,320 430,440 500,560 450,700 330,770 200,740",
            LEAF,
        )
        for x, y in (
            (60, 420),
            (220, 320),
            (340, 480),
            (140, 600),
            (300, 650),
            (20, 600),
            (380, 360),
            (180, 460),
        ):
            paper.line(
                f"{x - 34},{y - 6} {x - 22},{y + 14} {x},{y + 4}* {x + 12},{y + 20} {x + 34},{y + 6}",
                4.5,
            )
        for x, y in ((110, 330), (300, 560), (400, 560), (60, 520), (240, 420)):
            paper.shape(ellipse(x, y, 22, 23), CHERRY, 5)
            paper.line(f"{x},{y - 20} {x + 6},{y - 38}", 5)
    for x, y in (
        (60, 1240),
        (460, 1250),
        (1980, 1220),
        (1420, 1240),
        (330, 1010),
        (980, 1000),
        (1960, 990),
    ):
        paper.lines(
            f"{x},{y} {x - 8},{y - 24} {x - 20},{y - 40}",
            f"{x + 8},{y} {x + 10},{y - 28} {x + 8},{y - 50}",
            f"{x + 16},{y} {x + 30},{y - 20} {x + 44},{y - 32}",
            width=5,
        )
    for x, y in ((110, 1440), (380, 1490), (900, 1500), (1500, 1490), (1780, 1500)):
        paper.shape(ellipse(x, y, 30, 15), CART, 4.5)


def cart(paper: Paper) -> None:
    with paper.figure(7), paper.placed(1760, 900, size=0.95):
        paper.shape("-6,-330* 6,-330* 6,-40* -6,-40*", IRON, 4.5)
        for i in range(5):
            x0, x1 = -190 + i * 76, -114 + i * 76
            paper.shape(
                f"{x0 * 0.12},-470* {x0 * 0.8},-420 {x0},-310* {(x0 + x1) / 2},-284 {x1},-310* {x1 * 0.8},-420 {x1 * 0.12},-470*",
                AWNING if i % 2 == 0 else CART,
                5,
            )
        paper.shape("-180,-60* 180,-60* 170,160* -170,160*", CART)
        paper.shape("-196,-84* 196,-84* 196,-50* -196,-50*", AWNING)
        paper.shape("0,90* -40,-10* 40,-10*", CONE, 5)
        paper.shape("-48,-8 -44,-44 0,-62 44,-44 48,-8 20,4 0,-6 -20,4", SCOOPS[0], 5)
        for x in (-120, 110):
            paper.shape(ellipse(x, 190, 74), IRON)
            paper.shape(ellipse(x, 190, 54), CART, 5)
            for turn in (0, 60, 120):
                with paper.placed(x, 190, turn=turn):
                    paper.line("-52,0 52,0", 4.5, (0.9, 0.9))
            paper.shape(ellipse(x, 190, 13), IRON, 4.5)


def bench(paper: Paper) -> None:
    with paper.figure(8):
        for x in (560, 1440):
            paper.shape(f"{x - 18},720* {x + 18},720* {x + 22},1330* {x - 22},1330*", IRON)
        for y in (740, 840, 940):
            paper.shape(f"480,{y}* 1520,{y}* 1524,{y + 66}* 476,{y + 66}*", BENCH)
            paper.lines(
                f"560,{y + 24} 700,{y + 20}",
                f"1300,{y + 40} 1420,{y + 44}",
                f"900,{y + 40} 980,{y + 38}",
                width=4,
            )
        paper.shape("440,1060* 1560,1060* 1584,1110* 416,1110*", BENCH)
        paper.shape("416,1110* 1584,1110* 1584,1150* 416,1150*", BENCH)
        for x in (520, 1480):
            paper.shape(f"{x - 18},1150* {x + 18},1150* {x + 26},1390* {x - 26},1390*", IRON)


def sparrow(paper: Paper, x: float, y: float, *, turn: float = 0, flip: bool = False) -> None:
    with paper.figure(8), paper.placed(x, y, turn=turn, size=0.8, flip=flip):
        paper.line("-12,76 -16,112", 6)
        paper.line("20,76 20,112", 6)
        paper.shape("70,10 130,-20 170,-30* 160,10* 110,40 70,50", DOG, 5.5)
        body = curve(
            "-80,-30 -70,-76 -30,-96 10,-84 40,-44 90,-10 96,40 50,80 -16,86 -60,56 -70,10",
            closed=True,
        )
        paper.shape(body, DOG_PALE)
        with paper.within(body):
            paper.shape("-100,-120* 40,-120* 30,-60 0,-44 -40,-56 -100,-44*", DOG, 5)
        paper.shape("0,-10* 50,-24 100,0 120,40* 70,54 20,40", DOG, 5.5)
        paper.lines("40,10 80,16", "36,26 70,34", width=4)
        paper.shape("-76,-56* -114,-40* -74,-30*", DRESS, 5)
        paper.dot(-44, -52, 8)
        paper.shape(ellipse(-47, -55, 2.8), EYE_WHITE, 0)


def cone(paper: Paper, x: float, y: float, turn: float, scoops: tuple[int, ...]) -> None:
    with paper.placed(x, y, turn=turn):
        waffle = curve("-44,-10* 44,-10* 6,130 -6,130", closed=True)
        paper.shape(waffle, CONE)
        with paper.within(waffle):
            for d in (-60, -20, 20, 60):
                paper.line(f"{d - 40},-10 {d + 40},110", 3.4, (1, 1))
                paper.line(f"{d + 40},-10 {d - 40},110", 3.4, (1, 1))
        for i, which in enumerate(scoops):
            at = -24 - i * 66
            paper.shape(
                f"-56,{at} -52,{at - 44} 0,{at - 72} 52,{at - 44} 56,{at} 40,{at + 16} 22,{at + 4} 6,{at + 22} -12,{at + 6} -34,{at + 18}",
                SCOOPS[which],
                6,
            )
            paper.line(f"-34,{at - 20} -26,{at - 40} -8,{at - 50}", 4)
        top = -24 - len(scoops) * 66
        paper.shape(ellipse(4, top + 2, 20), CHERRY, 5)
        paper.line(f"8,{top - 14} 14,{top - 36} 30,{top - 48}", 5)


def legs(
    paper: Paper, xs: tuple[float, float], skin: Paint, shoe: Paint, swing: tuple[float, float]
) -> None:
    for x, turn in zip(xs, swing):
        with paper.placed(x, 1100, turn=turn):
            paper.shape(band("0,-10 2,90 0,190", "84 74 62", blunt=True), skin)
            paper.shape("-36,150* 36,150* 36,206* -36,206*", SOCKS, 5.5)
            paper.line("-34,168 0,174 34,168", 3.6)
            paper.shape(
                "-42,190 40,190 48,230 44,256 -20,262 -96,258 -116,236 -96,212 -60,206", shoe
            )
            paper.shape("-116,246* -20,254 46,248* 46,270* -112,268*", SOCKS, 5)
            paper.lines("-64,214 -50,226", "-48,208 -34,220", width=4)


def hand(paper: Paper, x: float, y: float, turn: float, skin: Paint) -> None:
    """A hand that rests on the bench."""
    with paper.placed(x, y, turn=turn):
        paper.shape("-30,-24 -40,6 -34,30 -14,38 6,38 28,32 36,10 28,-24-", skin)
        paper.lines("-14,38 -12,18", "8,38 8,18", width=4)


def girl(paper: Paper) -> None:
    # a great cloud of curls, then the body
    with paper.placed(806, 556, turn=8, size=1.75):
        curls(paper)
    legs(paper, (700, 830), DARK_SKIN, SHOES[0], (6, -14))
    paper.shape(band("790,680 782,740 780,790", "74 66 70", blunt=True), DARK_SKIN)
    paper.shape(
        "690,770 650,860 630,960 570,1050 560,1120 620,1160 780,1170 920,1150 950,1100 930,1020 900,940 890,850 860,770 780,750",
        DRESS,
    )
    paper.lines(
        "660,1000 630,1080 620,1140",
        "740,1010 730,1090",
        "820,1010 836,1100 850,1150",
        "880,1000 910,1080",
        width=4.5,
    )
    paper.shape(band("650,950 760,980 896,944", "36 40 36", blunt=True), DRESS_PALE, 5.5)
    for x, y in (
        (690, 1070),
        (790, 1090),
        (870, 1060),
        (740, 1130),
        (650, 1120),
        (720, 880),
        (820, 880),
    ):
        with paper.placed(x, y):
            paper.shape("0,-18 8,-6 18,-6 10,5 12,17 0,10 -12,17 -10,5 -18,-6 -8,-6", DRESS_PALE, 4)
    paper.shape(
        "700,760 720,740* 780,790 834,740* 856,760 850,810 786,836 716,812", DRESS_PALE, 5.5
    )
    # her near arm rests on the bench, the other holds the cone
    paper.shape(band("668,850 630,920 592,1000 580,1060", "86 76 66 60"), DARK_SKIN)
    hand(paper, 582, 1068, 10, DARK_SKIN)
    paper.shape(ellipse(664, 838, 62, 66), DRESS)
    paper.lines("628,880 644,864", "650,896 658,876", "680,898 678,880", width=4)
    with paper.placed(806, 556, turn=8, size=1.75):
        girl_head(paper)
    cone(paper, 968, 836, -3, (0,))
    paper.shape(band("884,862 914,930 960,906 976,860", "84 78 66 58"), DARK_SKIN)
    paper.shape(ellipse(884, 838, 58, 64), DRESS)
    paper.lines("862,892 868,874", "890,898 890,878", "916,884 908,866", width=4)
    paper.shape("952,880 944,850 956,824 990,816 1016,828 1024,856 1012,884 980,896", DARK_SKIN)
    paper.lines("1018,838 992,842", "1024,858 996,862", "1014,878 992,880", width=4.5)


def curls(paper: Paper) -> None:
    paper.shape(
        "-80,110 -130,100 -160,60 -150,20 -184,-20 -170,-70 -150,-90 -150,-130 -100,-160 -70,-156 -40,-190 10,-190 40,-170 "
        "90,-180 130,-140 136,-110 172,-80 170,-30 182,10 160,50 160,90 110,120 60,110",
        CURLS,
        6,
    )
    for x, y, turn in (
        (-130, -40, 0),
        (-110, -110, 40),
        (-40, -150, 80),
        (50, -150, 120),
        (120, -100, 170),
        (140, -20, 200),
        (130, 60, 240),
        (-130, 50, -40),
    ):
        with paper.placed(x, y, turn=turn):
            paper.line("-20,14 -24,-12 0,-24 20,-10 16,10 0,12 -6,0", 4)


def girl_head(paper: Paper) -> None:
    for side in (-1, 1):
        paper.shape(ellipse(side * 96, 26, 17, 24), DARK_SKIN, 5.5)
        paper.shape(ellipse(side * 100, 56, 8), DRESS, 4)
    paper.shape(
        "-90,-20 -94,20 -82,60 -46,96 0,106 46,96 82,60 94,20 90,-20 60,-96 0,-112 -60,-96",
        DARK_SKIN,
        5.5,
    )
    for side in (-1, 1):
        eye(paper, side * 40 + 8, 16, BROWN_EYES, outer=side, wide=42, high=50, look=(5, 1))
        brow(paper, side * 42 + 8, -28, outer=side, wide=34, lift=9, width=7)
        blush(paper, side * 64 + 9, 54)
    nose(paper, 13, 42, 10, 1)
    laugh(paper, 10, 62, 40, 27)
    paper.shape(
        "-98,30 -108,-20 -100,-70 -60,-116 0,-128 60,-116 100,-70 108,-20 98,26 90,-10 76,-24 70,-50 44,-48 30,-70 0,-56 "
        "-24,-72 -44,-50 -68,-54 -76,-26 -92,-8",
        CURLS,
        5.5,
    )
    for x, y, turn in ((-62, -84, 20), (0, -96, 80), (60, -84, 140)):
        with paper.placed(x, y, turn=turn):
            paper.line("-16,12 -20,-10 0,-20 17,-8 13,8 0,10", 4)
    with paper.placed(-76, -112, turn=-24):
        paper.shape("-6,0 -34,-28 -60,-28 -66,-2 -58,24 -32,20", RIBBON, 5.5)
        paper.shape("6,0 34,-28 60,-28 66,-2 58,24 32,20", RIBBON, 5.5)
        paper.shape(ellipse(0, -2, 14, 15), RIBBON, 5)
        paper.lines("-18,-6 -40,-10", "18,-6 40,-10", width=3.6)


def boy(paper: Paper) -> None:
    legs(paper, (1180, 1300), SKIN, SHOES[1], (10, -4))
    paper.shape(
        "1110,1010 1090,1080 1110,1160* 1200,1176 1236,1160* 1246,1120 1256,1164* 1330,1176 1386,1150* 1390,1060 1370,1000",
        SHORTS,
    )
    paper.lines("1246,1060 1246,1120", "1130,1120 1150,1100", "1350,1110 1330,1090", width=4.5)
    paper.shape(band("1240,690 1240,740 1240,800", "76 68 72", blunt=True), SKIN)
    body = curve(
        "1150,770 1110,860 1100,960 1106,1040 1240,1060 1376,1036 1384,950 1370,850 1330,770 1240,750",
        closed=True,
    )
    paper.shape(body, SHIRT)
    with paper.within(body):
        for y in (830, 900, 970, 1040):
            paper.shape(band(f"1060,{y - 8} 1240,{y + 12} 1420,{y - 8}", "32 32 32"), STRIPE, 4.5)
    paper.shape("1180,754 1240,800 1300,754 1316,780 1240,830 1166,780", SHIRT, 5)
    # the arm that leans on the bench's back
    paper.shape(band("1380,860 1440,900 1480,970 1490,1040", "80 72 62 56"), SKIN)
    hand(paper, 1490, 1050, -8, SKIN)
    paper.shape(ellipse(1368, 846, 68, 74, -30), SHIRT)
    paper.line("1340,906 1390,900 1424,866", 4, (0.5, 0.5))
    with paper.placed(1232, 566, turn=-8, size=1.75):
        boy_head(paper)
    cone(paper, 1090, 842, 5, (1, 2))
    paper.shape(band("1140,868 1126,936 1098,942 1076,900", "80 76 66 58"), SKIN)
    paper.shape(ellipse(1140, 850, 64, 72, 24), SHIRT)
    paper.line("1086,866 1120,902 1164,904", 4, (0.5, 0.5))
    paper.shape("1052,916 1036,890 1040,862 1066,846 1094,850 1108,872 1104,902 1082,922", SKIN)
    paper.lines("1042,872 1066,874", "1036,892 1064,894", "1050,910 1070,908", width=4.5)


def boy_head(paper: Paper) -> None:
    for side in (-1, 1):
        paper.shape(ellipse(side * 96, 22, 18, 25), SKIN, 5.5)
        paper.line(f"{side * 100},12 {side * 93},24 {side * 99},34", 3.4)
    paper.shape(
        "-90,-20 -94,20 -82,60 -46,96 0,106 46,96 82,60 94,20 90,-20 60,-96 0,-112 -60,-96",
        SKIN,
        5.5,
    )
    for side in (-1, 1):
        smiling_eye(paper, side * 42 - 8, 18, wide=42, outer=side, lashes=False)
        brow(paper, side * 43 - 8, -20, outer=side, wide=34, lift=7, width=7)
        blush(paper, side * 66 - 9, 48)
    for x, y in ((-34, 42), (-24, 48), (14, 42), (24, 48), (-44, 48), (34, 40)):
        paper.dot(x - 4, y, 2)
    nose(paper, -13, 38, 9, -1)
    laugh(paper, -10, 58, 46, 32)
    paper.shape(
        "-96,10* -106,-30 -84,-70 0,-84 84,-70 106,-30 98,12* 88,-8 80,-34* 62,-16 46,-40* 30,-18 12,-42* -6,-16 -26,-40* "
        "-44,-16 -58,-38* -74,-16 -88,-10",
        STRAIGHT,
        5.5,
    )
    dome = curve("-108,-40 -100,-100 -50,-140 0,-148 50,-140 100,-100 108,-40 0,-66-", closed=True)
    paper.shape(dome, CAP, 5.5)
    paper.line("0,-148 6,-110 4,-70", 4)
    paper.line("-60,-134 -66,-90 -64,-56", 4)
    paper.line("62,-134 70,-90 68,-56", 4)
    paper.shape(ellipse(0, -150, 13, 9), CAP, 5)
    paper.shape(
        "-112,-34 -60,-58 0,-66 64,-58 80,-46 20,-40 -60,-30 -130,-2 -168,4 -160,-16", CAP, 5.5
    )


def dog(paper: Paper) -> None:
    with paper.placed(330, 1400, flip=True):
        paper.shape(band("230,-60 290,-90 320,-150", "40 32 10", open_root=True), DOG)
        for x in (-130, 190):
            paper.shape(band(f"{x + 24},-10 {x + 26},40 {x + 14},70", "46 40 44"), DOG)
        body = curve(
            "-190,-80 -100,-100 60,-96 200,-104 256,-70 260,-10 220,26 60,28 -100,26 -180,10 -210,-30",
            closed=True,
        )
        paper.shape(body, DOG)
        for x in (-170, 150):
            paper.shape(band(f"{x + 30},-16 {x + 26},44 {x + 10},78", "60 48 52"), DOG)
            paper.lines(f"{x - 4},72 {x - 2},84", f"{x + 12},76 {x + 14},88", width=4)
        paper.lines("160,-70 200,-60 220,-30", width=4.5)
        with paper.placed(-196, -150, turn=14):
            face = curve(
                "-20,-90 40,-90 76,-50 76,10 40,54 -30,62 -100,58 -150,40 -160,10 -140,-10 -90,-18 -60,-60",
                closed=True,
            )
            paper.shape(face, DOG)
            with paper.within(face):
                paper.shape("-180,16 -110,10 -60,30 -10,40 0,80 -180,80", DOG_PALE, 4.5)
            paper.black(ellipse(-150, 4, 20, 17, -14))
            paper.shape(ellipse(-156, -3, 5, 4), EYE_WHITE, 0)
            dot_eye(paper, -40, -26, 24, 32)
            paper.line("-60,-58 -40,-68 -20,-58", 5)
            paper.line("-132,30 -100,42 -60,36", 5, (0.6, 0.2))
            paper.shape("-104,42 -80,38 -72,58 -84,76 -104,66", SCOOPS[0], 4.5)
            paper.shape("30,-84 70,-80 104,-30 110,40 90,86 56,80 36,30 20,-30", DOG)
            paper.line("50,-50 76,-10 80,40", 4)
        paper.shape(band("-216,-66 -170,-58 -136,-96", "24 26 24"), RIBBON, 5.5)
        paper.shape(ellipse(-180, -44, 15), DRESS, 4.5)
