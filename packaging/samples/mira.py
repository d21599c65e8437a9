"""A young witch on her broom before the moon, with her black cat."""

from curves import band, curve, ellipse
from faces import EYE_WHITE, blush, brow, eye, nose, smile
from paper import Paint, Paper

from models.hints.parts import Part

TAGS = (
    "orange_hair",
    "purple_eyes",
    "light_skin",
    "purple_dress",
    "blue_jacket",
    "green_legwear",
    "brown_footwear",
    "purple_hat",
    "blue_background",
)

HAIR = Paint("#d9693a", Part.HAIR)
SKIN = Paint("#f7d7c0", Part.SKIN)
IRIS = Paint("#7a5ab0", Part.EYES)
DRESS = Paint("#6a4c93", Part.DRESS)
DRESS_PALE = Paint("#f3ecfa", Part.DRESS)
CAPE = Paint("#35507e", Part.TOP)
LINING = Paint("#c7587a", Part.TOP)
HAT = Paint("#523a7a", Part.HAT)
HATBAND = Paint("#e9b949", Part.ORNAMENT)
STOCKINGS = Paint("#8fbf8a", Part.LEGWEAR)
STOCKINGS_PALE = Paint("#f4f2df", Part.LEGWEAR)
BOOTS = Paint("#6b4636", Part.FOOTWEAR)
WOOD = Paint("#a7744a")
STRAW = Paint("#e0b866")
MOON = Paint("#fbf0bf")
CRATER = Paint("#efdf9d")
STAR = Paint("#ffe48a")
GLASS = Paint("#ffd873")
IRON = Paint("#5b5f70")
ROOFS = (Paint("#7b5a78"), Paint("#56688f"), Paint("#8a5c5c"))
WALLS = (Paint("#c9b7c4"), Paint("#b8c2d4"), Paint("#d4bfb2"))
CLOUD = Paint("#8d9cc4")
CAT_EYE = Paint("#d6d94f")


def draw() -> Paper:
    paper = Paper(1536, 2048, "#46598f", seed=8)
    sky(paper)
    roofs(paper)
    with paper.figure(10):
        hair_behind(paper)
        cape(paper)
    with paper.figure(10):
        broom(paper)
    cat(paper)
    with paper.figure(10):
        witch(paper)
    lantern(paper)
    return paper


def star(paper: Paper, x: float, y: float, size: float, turn: float = 0) -> None:
    with paper.placed(x, y, turn=turn, size=size):
        paper.shape("0,-30* 9,-9* 30,-8* 13,6* 19,28* 0,15* -19,28* -13,6* -30,-8* -9,-9*", STAR, 5)


def sky(paper: Paper) -> None:
    paper.shape(ellipse(800, 800, 600), MOON, 7)
    for x, y, r in (
        (1130, 450, 62),
        (1250, 640, 36),
        (420, 1080, 44),
        (1040, 330, 26),
        (380, 560, 26),
        (1240, 1000, 50),
    ):
        paper.shape(ellipse(x, y, r, r * 0.92), CRATER, 4)
        paper.line(
            f"{x - r * 0.5},{y + r * 0.3} {x - r * 0.1},{y + r * 0.6} {x + r * 0.45},{y + r * 0.4}",
            3.4,
        )
    for x, y, size, turn in (
        (150, 210, 1.5, 10),
        (360, 120, 0.9, -14),
        (1380, 190, 1.3, 16),
        (1180, 90, 0.8, 0),
        (110, 620, 0.9, 12),
        (1440, 560, 0.8, -8),
        (90, 1010, 1.1, 4),
        (700, 90, 1.0, -6),
        (1460, 1120, 1.0, 14),
    ):
        star(paper, x, y, size, turn)
    for x, y in (
        (250, 330),
        (1300, 320),
        (1450, 380),
        (60, 400),
        (190, 800),
        (1480, 860),
        (520, 70),
        (950, 60),
    ):
        paper.shape(ellipse(x, y, 7), STAR, 3.4)
    for x, y, size in ((180, 1500, 1.0), (1330, 1560, 1.15)):
        with paper.placed(x, y, size=size):
            paper.shape(
                "-260,50* -290,16 -260,-20 -200,-22 -160,-74 -90,-84 -40,-46 20,-70 90,-50 110,-14 190,-16 "
                "230,16 206,50*",
                CLOUD,
                5.5,
            )
            paper.line("-180,-10 -140,-30 -100,-16", 4)
            paper.line("40,-24 74,-30 96,-10", 4)


def roofs(paper: Paper) -> None:
    house(paper, (820, 1910), (150, 190), lean=30, kind=1)
    house(paper, (180, 1840), (200, 260), lean=-50, kind=0)
    house(paper, (1290, 1830), (190, 280), lean=40, kind=2)
    house(paper, (560, 1960), (170, 150), lean=20, kind=2)
    house(paper, (1010, 1960), (140, 190), lean=-30, kind=0, windows=1)
    paper.shape(band("304,1576 280,1530 330,1480 290,1420 340,1350", "16 44 60 50 2"), CLOUD)


def house(
    paper: Paper,
    at: tuple[float, float],
    size: tuple[float, float],
    *,
    lean: float,
    kind: int,
    windows: int = 2,
) -> None:
    """A house with a crooked roof. size: half its width, and how high its roof is."""
    w, high = size
    with paper.figure(7), paper.placed(*at):
        paper.shape(
            f"{w * 0.5},{-high * 0.9}* {w * 0.74},{-high * 0.9}* {w * 0.74},{-high * 0.2}* {w * 0.5},{-high * 0.2}*",
            WALLS[(kind + 1) % 3],
        )
        paper.shape(
            f"{w * 0.45},{-high * 0.98}* {w * 0.79},{-high * 0.98}* {w * 0.79},{-high * 0.88}* {w * 0.45},{-high * 0.88}*",
            ROOFS[(kind + 1) % 3],
            5.5,
        )
        paper.shape(f"{-w},0* {w},0* {w},600* {-w},600*", WALLS[kind])
        roof = curve(
            f"{-w - 34},14* {-w * 0.4 + lean * 0.4},{-high * 0.52} {lean},{-high}* "
            f"{w * 0.4 + lean * 0.4},{-high * 0.5} {w + 34},14*",
            closed=True,
        )
        paper.shape(roof, ROOFS[kind])
        with paper.within(roof):
            for tx, ty in ((-0.16, 0.62), (0.2, 0.4), (-0.42, 0.2), (0.5, 0.14), (0.02, 0.16)):
                paper.line(
                    f"{tx * w - 22},{-high * ty} {tx * w},{-high * ty + 12} {tx * w + 22},{-high * ty}",
                    4.5,
                )
        for k in range(windows):
            wx = (k - (windows - 1) / 2) * w * 0.8
            paper.shape(
                f"{wx - 34},150* {wx - 34},80 {wx},52 {wx + 34},80 {wx + 34},150*", GLASS, 5.5
            )
            paper.line(f"{wx},56 {wx},150", 4.5, (0.8, 0.8))


def cape(paper: Paper) -> None:
    paper.shape(
        "700,850 840,880 960,960 1090,960 1240,890 1400,920 1476,880* 1440,990 1470,1080* 1360,1100 1260,1190 "
        "1120,1210 980,1280 860,1290 760,1200",
        CAPE,
    )
    paper.shape("1476,880* 1440,990 1470,1080* 1400,1090 1350,1112* 1380,1010 1400,926*", LINING)
    paper.lines(
        "760,920 900,1030 1080,1050 1230,990",
        "800,1010 930,1130 1100,1140 1250,1090",
        "860,900 940,990 1020,1010",
        "1300,930 1260,970 1200,1000",
        width=5,
    )


def broom(paper: Paper) -> None:
    paper.shape(band("120,1120 420,1180 760,1216 1100,1250", "34 36 36 36", blunt=True), WOOD)
    paper.lines("180,1128 260,1148", "300,1150 400,1170", "520,1190 600,1200", width=4)
    straw = curve(
        "1080,1214 1160,1180 1300,1180 1420,1210 1512,1236* 1470,1258 1520,1288* 1466,1300 1508,1344* 1450,1346 "
        "1470,1396* 1380,1384 1240,1366 1130,1320 1076,1288",
        closed=True,
    )
    paper.shape(straw, STRAW)
    paper.lines(
        "1150,1216 1260,1212 1400,1228",
        "1160,1250 1300,1256 1440,1262",
        "1160,1276 1300,1300 1440,1316",
        "1140,1296 1260,1336 1400,1364",
        "1290,1236 1380,1242",
        "1250,1280 1350,1290",
        width=5,
    )
    paper.shape("1092,1206* 1130,1196* 1134,1316* 1096,1300*", LINING)
    paper.line("1112,1204 1114,1304", 4, (0.8, 0.8))


def cat(paper: Paper) -> None:
    """All black but for its eyes, with a white edge where black would meet black."""
    with paper.placed(1265, 1190, size=1.12):
        tail = band("60,-20 130,-10 170,-60 150,-130 180,-170", "34 34 32 30 26")
        body = curve(
            "-60,0 -76,-70 -66,-140 -30,-170 20,-166 56,-110 76,-50 70,4 0,14", closed=True
        )
        ears = curve(
            "-90,-300* -86,-240 -90,-190 -60,-150 0,-146 56,-154 84,-192 80,-240 86,-304* 40,-258 0,-254 -46,-256",
            closed=True,
        )
        for part in (tail, body, ears):
            paper.shape(part, Paint("#2b2733"), 15)
        for part in (tail, body, ears):
            paper.black(part)
        for x in (-42, 38):
            paper.shape(ellipse(x, -204, 23, 25), CAT_EYE, 0)
            paper.black(ellipse(x - 5, -202, 9, 20))
            paper.shape(ellipse(x - 9, -212, 6), EYE_WHITE, 2.4)
        paper.shape("-12,-180 0,-184 8,-180 -2,-170", LINING, 0)
        paper.shape(band("-70,-146 0,-126 62,-152", "22 26 22"), HATBAND, 5)
        paper.shape(ellipse(0, -116, 18), STAR, 5)
        for side in (-1, 1):
            for lift in (-4, 8):
                paper.line(
                    f"{side * 60 - 2},{-180 + lift} {side * 130},{-190 + lift * 2.4}", 4, (0.8, 0.1)
                )
        for spine in ("-34,-100 -40,-40 -36,6", "6,-100 6,-40 2,10"):
            stripe = band(spine, "1 5 1")
            paper.shape(stripe, EYE_WHITE, 0)


def hair_behind(paper: Paper) -> None:
    for spine, widths in (
        ("740,640 880,700 1010,700 1130,640 1230,650", "190 170 120 70 2"),
        ("740,740 860,830 1000,850 1130,790 1250,800", "180 160 120 66 2"),
        ("700,800 800,900 920,940 1030,900 1110,910", "150 130 90 50 2"),
        ("760,700 900,770 1040,780 1180,730", "150 140 90 2"),
    ):
        paper.shape(band(spine, widths), HAIR, 6)
        paper.line(spine, 4, (0.2, 0.05))


def witch(paper: Paper) -> None:
    legs(paper)
    # the skirt over the broom
    paper.shape(
        "640,1090 580,1130 500,1180 436,1240 410,1320 396,1390* 450,1420 490,1400 540,1440 600,1412 650,1446 706,1410 "
        "760,1430* 800,1370 880,1330 930,1260 910,1180 836,1080",
        DRESS,
    )
    paper.lines(
        "640,1150 560,1200 500,1280 484,1390",
        "680,1170 610,1240 590,1400",
        "740,1180 690,1280 690,1400",
        "800,1200 780,1290 762,1410",
        "870,1200 850,1270",
        width=5,
    )
    hem = curve(
        "402,1352 450,1386 490,1366 540,1406 600,1378 650,1412 706,1376 766,1396 768,1432* 706,1414 650,1450 600,1416 "
        "540,1446 490,1404 450,1424 392,1392*",
        closed=True,
    )
    paper.shape(hem, DRESS_PALE, 5)
    # the body
    paper.shape(
        "590,880 560,960 580,1060 630,1130 740,1160 830,1110 840,1000 810,890 700,850", DRESS
    )
    paper.shape(band("616,1104 720,1150 836,1086", "40 44 40", blunt=True), HATBAND)
    paper.shape("690,1116* 742,1112* 746,1168* 696,1172*", STAR, 5)
    paper.lines("600,1000 616,1060", "806,1000 800,1060", width=4.5)
    arm_up(paper)
    arm_forward(paper)
    # cape around the shoulders
    paper.shape(
        "560,880 600,846 680,836 770,846 840,880 852,960 780,930 700,960 640,930 556,966", CAPE
    )
    paper.shape("640,868* 690,894 740,872* 760,910 740,930 690,906 640,936 620,906", LINING, 5.5)
    paper.shape(ellipse(690, 900, 20), HATBAND, 5)
    with paper.placed(676, 660, turn=-7, size=2.0):
        head(paper)
    hand_up(paper)


def legs(paper: Paper) -> None:
    for spine, boot_at, turn in (
        ("640,1380 620,1480 570,1580", (552, 1622), 26),
        ("540,1370 530,1470 520,1580", (516, 1634), 8),
    ):
        leg = band(spine, "92 84 70", blunt=True)
        paper.shape(leg, STOCKINGS)
        with paper.within(leg):
            for y in (1430, 1495, 1560):
                paper.shape(
                    band(f"420,{y - 6} 560,{y + 8} 720,{y - 8}", "28 28 28"), STOCKINGS_PALE, 4.5
                )
        with paper.placed(*boot_at, turn=turn):
            paper.shape(
                "-40,-50* 42,-50* 44,10 52,44 20,62 -40,60 -104,62 -134,40 -140,10* -110,16 -70,0 -44,-14",
                BOOTS,
            )
            paper.shape("-134,44 -60,60 20,60 54,46 50,76* 20,74* 14,66 -60,76 -124,70", IRON, 5)
            paper.shape("-48,-66* 48,-66* 48,-38* -48,-38*", BOOTS)
            paper.lines("-28,-16 0,-12", "-34,2 -6,8", width=4)


def arm_forward(paper: Paper) -> None:
    hand = curve(
        "452,1150 420,1130 388,1136 366,1160 362,1190 378,1214 408,1222 440,1214 462,1190",
        closed=True,
    )
    paper.shape(hand, SKIN)
    paper.lines("404,1220 410,1190", "384,1214 394,1184", "428,1220 432,1194", width=4.5)
    paper.shape(
        "604,920 540,980 480,1060 430,1124* 446,1160 478,1186* 560,1120 630,1060 656,1010 640,940-",
        DRESS,
    )
    paper.shape("424,1110* 492,1180* 466,1204 438,1180 410,1140", DRESS_PALE, 5.5)
    paper.lines("540,1080 520,1060", "566,1050 548,1030", "590,980 576,1010", width=4.5)


def arm_up(paper: Paper) -> None:
    paper.shape(
        "796,900 860,940 950,930 1010,860 1000,760 960,660 930,600* 860,630* 880,720 900,790 870,820 820,840-",
        DRESS,
    )
    paper.lines("940,870 900,850", "960,830 916,812", "990,740 960,740", width=4.5)
    paper.shape("944,584* 852,622* 846,596 880,566 926,560", DRESS_PALE, 5.5)


def hand_up(paper: Paper) -> None:
    """Fingers on the brim."""
    paper.shape(
        "918,566 920,530 902,500 868,484 836,490 816,512 830,530 856,534 852,556 870,582", SKIN
    )
    paper.lines("838,492 862,508", "866,486 882,506", "892,496 900,514", width=4.5)


def head(paper: Paper) -> None:
    paper.shape(
        "-92,-20 -95,20 -84,60 -48,96 -4,106 46,96 84,60 95,20 92,-20 60,-100 0,-115 -60,-100",
        SKIN,
        5.5,
    )
    for side in (-1, 1):
        wide = 38 if side < 0 else 42
        eye(paper, side * 40 - 9, 18, IRIS, outer=side, wide=wide, high=50, look=(-3, 0))
        brow(paper, side * 42 - 10, -28, outer=side, wide=34, lift=8, width=6)
        blush(paper, side * 63 - 11, 54)
    nose(paper, -14, 44, 8, -1)
    smile(paper, -11, 66, 36, 11)
    for x, y in ((-56, 56), (-48, 62), (26, 58), (36, 62)):
        paper.dot(x, y - 2, 1.6)
    fringe = curve(
        "-98,76* -112,40 -116,-10 -104,-70 -60,-104 0,-112 60,-104 104,-70 116,-10 120,40 136,80* 104,60 90,10 84,-36* "
        "72,-16 54,0* 54,-24 40,-50* 26,-20 -2,0* 2,-26 -8,-54* -24,-22 -52,2* -46,-26 -54,-50* -72,-10 -84,30",
        closed=True,
    )
    paper.shape(fringe, HAIR, 5.5)
    paper.lines(
        "40,-100 56,-74 62,-50",
        "-10,-96 -20,-70 -20,-46",
        "60,-96 90,-50 98,0",
        "-50,-90 -82,-50 -92,0",
        "-30,-96 -48,-74 -56,-54",
        "100,-10 106,30 116,58",
        "-102,-20 -106,20 -100,50",
        width=3.6,
    )
    # the hat: cone, band and brim
    brim = curve(
        "-196,-72 -150,-108 -60,-124 40,-124 140,-100 200,-58 196,-36 140,-44 40,-70 -50,-74 -140,-52 -194,-46",
        closed=True,
    )
    cone = curve(
        "-98,-92 -84,-150 -56,-206 -6,-252 60,-276 122,-264 170,-222* 122,-230 90,-214 84,-184 92,-146 104,-92 0,-86-",
        closed=True,
    )
    paper.shape(cone, HAT, 5.5)
    paper.lines(
        "-4,-250 26,-228 44,-232",
        "40,-270 60,-246 82,-242",
        "-56,-204 -32,-194",
        "84,-184 60,-176",
        width=4,
    )
    with paper.within(cone):
        paper.shape("-130,-150* 0,-132 130,-150* 130,-112 0,-92 -130,-112", HATBAND, 5)
    paper.shape(brim, HAT, 5.5)
    paper.line("-160,-74 -60,-98 40,-98 150,-72", 3.6)
    with paper.placed(-36, -122, turn=-4, size=0.7):
        paper.shape(
            "0,-34* 10,-10* 34,-9* 15,7* 21,31* 0,17* -21,31* -15,7* -34,-9* -10,-10*", STAR, 5
        )


def lantern(paper: Paper) -> None:
    paper.line("196,1150 190,1200", 6, (0.9, 0.9))
    with paper.figure(7), paper.placed(190, 1210, turn=8):
        paper.shape("-40,40* 40,40* 50,150* -50,150*", GLASS, 6)
        paper.shape("0,70 18,104 12,130 -12,130 -18,104", STAR, 4.5)
        paper.shape("-54,44* -30,10 30,10 54,44*", IRON)
        paper.shape("-58,146* 58,146* 52,170* -52,170*", IRON)
        paper.line("-14,10 -16,-8 0,-18 16,-8 14,10", 6)
