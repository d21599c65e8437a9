"""A boy whom the wind all but lifts by his umbrella, and his dog."""

from curves import band, curve, ellipse
from faces import EYE_WHITE, blush, brow, eye, laugh, nose
from paper import Paint, Paper

from models.hints.parts import Part

TAGS = (
    "black_hair",
    "blue_eyes",
    "light_skin",
    "yellow_jacket",
    "blue_pants",
    "red_footwear",
    "green_neckwear",
    "blue_background",
)

HAIR = Paint("#3d3f55", Part.HAIR)
SKIN = Paint("#f3c9a5", Part.SKIN)
IRIS = Paint("#4a7fb0", Part.EYES)
COAT = Paint("#f2c23e", Part.TOP)
SHORTS = Paint("#5a6a8c", Part.BOTTOM)
BOOTS = Paint("#cf4a42", Part.FOOTWEAR)
SOLE = Paint("#7e2f2d", Part.FOOTWEAR)
SCARF = Paint("#4fa08f", Part.ORNAMENT)
SCARF_PALE = Paint("#cfe6da", Part.ORNAMENT)
CANOPY = Paint("#e2604f")
CANOPY_PALE = Paint("#fdf1e2")
WOOD = Paint("#a8754b")
DOG = Paint("#c98f58")
DOG_PALE = Paint("#fbf0df")
DOG_COAT = Paint("#6aa7d6")
LEAF = (Paint("#d98a3a"), Paint("#b9573a"), Paint("#d9b545"))
CLOUD = Paint("#ffffff")
POST = Paint("#59606e")
GLOW = Paint("#ffe9a8")
GROUND = Paint("#b9c79a")
WATER = Paint("#9fc9dc")


def draw() -> Paper:
    paper = Paper(1536, 2048, "#dcecf2", seed=5)
    scenery(paper)
    with paper.figure(10):
        umbrella(paper)
    with paper.figure(10):
        boy(paper)
    with paper.figure(9), paper.placed(1350, 1836, size=0.92):
        dog(paper)
    leaves(paper)
    return paper


def scenery(paper: Paper) -> None:
    for x, y, size in ((250, 330, 1.25), (1330, 1010, 0.9), (120, 930, 0.6)):
        with paper.placed(x, y, size=size):
            paper.shape(
                "-200,60* -236,30 -220,-20 -170,-34 -150,-90 -80,-116 -20,-90 20,-110 80,-96 104,-46 "
                "160,-50 200,-10 190,44 150,60*",
                CLOUD,
                5.5,
            )
            paper.line("-150,-34 -120,-44 -90,-30", 4)
            paper.line("40,-60 76,-66 100,-46", 4)
    paper.shape("-20,1800 300,1776 700,1790 1100,1772 1560,1796* 1560,2070* -20,2070*", GROUND, 6)
    for x, y in ((90, 1850), (1430, 1860), (880, 1980), (330, 2000), (1320, 1990)):
        paper.lines(
            f"{x},{y} {x - 6},{y - 26} {x - 18},{y - 44}",
            f"{x + 8},{y} {x + 12},{y - 30} {x + 10},{y - 52}",
            f"{x + 16},{y} {x + 30},{y - 24} {x + 42},{y - 36}",
            width=5,
        )
    # lamp post
    with paper.figure(7):
        paper.black("214,1810* 220,1000* 252,1000* 258,1810*")
        paper.black("186,1836* 200,1780 272,1780 286,1836*")
        paper.shape(band("229,1020 228,1400 226,1770", "1 5 1"), GLOW, 0)
        paper.black("204,1002* 204,974* 268,974* 268,1002*")
        paper.shape("176,830* 296,830* 270,976* 202,976*", GLOW)
        paper.line("236,834 236,972", 4)
        paper.black("160,834* 236,752* 312,834*")
        paper.black(ellipse(236, 742, 15))
    puddle = curve(
        "180,1900 300,1862 480,1850 680,1860 800,1890 780,1930 640,1956 440,1962 260,1944",
        closed=True,
    )
    paper.shape(puddle, WATER, 6)
    with paper.within(puddle):
        paper.line("330,1920 420,1938 560,1938", 4)
        paper.line("600,1890 680,1896 730,1908", 4)
    for spine in ("420,1860 380,1830 350,1790", "640,1866 690,1834 724,1786"):
        paper.shape(band(spine, "20 18 2"), WATER, 5)
    for x, y, turn in ((310, 1800, -30), (770, 1800, 35), (352, 1742, -20), (742, 1742, 20)):
        with paper.placed(x, y, turn=turn):
            paper.shape("0,-22* 11,0 8,14 -8,14 -11,0", WATER, 4.5)
    # the wind
    for spine in (
        "20,560 200,540 420,590 560,560 600,500 550,460 500,490 510,530",
        "60,1290 240,1270 380,1300 440,1290",
        "1090,1330 1260,1300 1420,1330 1490,1280 1450,1230 1410,1262",
        "40,1480 180,1460 330,1490",
    ):
        paper.line(spine, 6, (0.05, 0.1))


def umbrella(paper: Paper) -> None:
    with paper.placed(1010, 470, turn=9):
        paper.shape("-11,-20* 11,-20* 11,760* -11,760*", WOOD)
        paper.shape(band("0,740 2,800 26,836 62,826 74,790", "24 26 28 28 26"), WOOD)
    with paper.placed(1010, 470, turn=15):
        tips = [(-450, 20), (-300, 92), (-95, 126), (125, 122), (320, 84), (450, 6)]
        bend = [(-360, -190), (-210, -170), (-66, -160), (86, -160), (228, -176), (352, -196)]
        for i in range(5):
            (ax, ay), (bx, by) = tips[i], tips[i + 1]
            (px, py), (qx, qy) = bend[i], bend[i + 1]
            mx, my = (ax + bx) / 2, (ay + by) / 2 - 44
            paper.shape(
                f"0,-310* {px * 0.55},{py * 1.42} {px},{py} {ax},{ay}* {mx},{my} {bx},{by}* {qx},{qy} "
                f"{qx * 0.55},{qy * 1.42}",
                CANOPY if i % 2 == 0 else CANOPY_PALE,
                6.5,
            )
        paper.lines(
            "-330,-70 -352,-10",
            "-200,-30 -216,40",
            "20,20 24,70",
            "-20,-10 -24,80",
            "216,0 240,60",
            "360,-60 384,-20",
            width=4.5,
        )
        paper.shape("-12,-300* -7,-372 7,-372 12,-300*", WOOD)


def boy(paper: Paper) -> None:
    # the scarf's end flies behind him
    tail = band(
        "700,1210 840,1180 960,1240 1080,1200 1210,1250 1300,1216", "70 84 92 88 92 84", blunt=True
    )
    paper.shape(tail, SCARF)
    with paper.within(tail):
        for x in (850, 1010, 1165):
            paper.shape(band(f"{x},1100 {x + 12},1220 {x + 30},1330", "40 40 40"), SCARF_PALE, 5)
    paper.lines(
        "1304,1176 1340,1168",
        "1302,1200 1346,1200",
        "1302,1226 1340,1234",
        "1300,1250 1330,1266",
        width=7,
    )
    # the leg that left the ground
    paper.shape(band("650,1500 730,1580 790,1600", "140 120 100", blunt=True), SHORTS)
    paper.shape(band("770,1590 870,1604 966,1576", "78 72 74", blunt=True), SKIN)
    with paper.placed(980, 1566, turn=-84):
        boot(paper)
    # the leg that stands
    paper.shape(band("560,1620 548,1700 540,1770", "80 76 78", blunt=True), SKIN)
    with paper.placed(536, 1756, turn=4):
        boot(paper)
    paper.shape(band("590,1500 566,1570 552,1650", "150 142 128", blunt=True), SHORTS)
    coat(paper)
    arm_far(paper)
    arm_near(paper)
    with paper.placed(640, 1000, turn=9, size=1.95):
        head(paper)
    scarf(paper)


def boot(paper: Paper) -> None:
    paper.shape(
        "-46,-20* 46,-20* 50,50 56,84 20,104 -60,106 -118,104 -130,74 -100,46 -56,34", BOOTS
    )
    paper.black("-134,88* 60,88* 62,116* -126,116")
    paper.shape("-52,-34* 52,-34* 52,-2* -52,-2*", BOOTS)
    paper.lines("-84,52 -70,66", "-62,40 -48,56", "30,30 34,60", width=4.5)


def coat(paper: Paper) -> None:
    paper.shape(
        "556,1210 520,1300 486,1440 440,1560* 520,1600 610,1616 690,1604 760,1560 850,1590 930,1560* "
        "860,1500 800,1420 770,1300 744,1210 650,1180",
        COAT,
    )
    paper.line("664,1230 650,1340 640,1480 648,1612", 6, (0.5, 0.7))
    for y in (1330, 1430, 1530):
        paper.shape(ellipse(620 - (y - 1330) * 0.06, y, 15), CANOPY_PALE, 4.5)
    paper.lines(
        "760,1420 800,1500 850,1560",
        "730,1440 744,1500 760,1550",
        "506,1440 486,1530",
        "540,1300 530,1360",
        width=4.5,
    )
    paper.shape("520,1460* 594,1476* 584,1496* 512,1480*", COAT, 5)
    paper.shape("700,1478* 770,1466* 780,1484* 706,1498*", COAT, 5)


def arm_far(paper: Paper) -> None:
    paper.shape(
        band("734,1262 830,1250 880,1180 914,1110", "110 118 104 84", blunt=True, open_root=True),
        COAT,
    )
    paper.lines("842,1290 820,1250 800,1236", "876,1240 852,1216")
    paper.shape(
        "884,1112 874,1076 880,1046 902,1030 932,1030 952,1048 954,1084 944,1108 914,1122", SKIN
    )
    paper.lines("944,1052 914,1056", "954,1076 920,1082", "948,1100 922,1104", width=4.5)


def arm_near(paper: Paper) -> None:
    paper.shape(
        band("566,1216 596,1350 720,1380 860,1216", "90 128 120 88", blunt=True, open_root=True),
        COAT,
    )
    paper.lines("596,1400 630,1376 640,1350", "640,1440 670,1400", "760,1380 740,1350 736,1330")
    paper.shape(
        "846,1204 850,1172 872,1150 900,1142 926,1152 936,1176 934,1206 916,1226 888,1232 862,1226",
        SKIN,
    )
    paper.lines("932,1168 900,1174", "938,1190 904,1198", "928,1214 902,1216", width=4.5)


def scarf(paper: Paper) -> None:
    wrap = curve(
        "520,1196 560,1164 650,1176 740,1160 780,1178 782,1226 740,1258 650,1272 556,1256 522,1232",
        closed=True,
    )
    paper.shape(wrap, SCARF)
    with paper.within(wrap):
        for x in (572, 690):
            paper.shape(band(f"{x},1150 {x + 8},1220 {x + 4},1290", "34 34 34"), SCARF_PALE, 5)
    paper.lines("540,1214 600,1226 660,1222", "770,1200 720,1216", width=4.5)


def head(paper: Paper) -> None:
    back = curve(
        "-92,50* -112,10 -118,-50 -92,-112 -30,-148 40,-150 88,-150 128,-170* 118,-136 140,-130 176,-136* "
        "146,-104 160,-90 186,-82* 148,-62 158,-40 178,-24* 140,-22 128,0 132,30* 108,24 90,40*",
        closed=True,
    )
    paper.shape(back, HAIR, 5.5)
    paper.shape("-88,14 -106,8 -116,26 -108,52 -88,58", SKIN, 5.5)
    paper.line("-106,24 -98,34 -102,44", 3.6)
    paper.shape(
        "-90,-20 -92,24 -80,62 -44,96 4,106 50,96 84,62 94,20 92,-20 60,-100 0,-115 -60,-100",
        SKIN,
        5.5,
    )
    for side in (-1, 1):
        wide = 40 if side < 0 else 37
        eye(
            paper,
            side * 39 + 10,
            16,
            IRIS,
            outer=side,
            wide=wide,
            high=48,
            look=(3, -5),
            lashes=False,
        )
        brow(paper, side * 41 + 11, -30, outer=side, wide=36, lift=9, width=8)
        blush(paper, side * 62 + 12, 52)
    nose(paper, 15, 40, 9, 1)
    laugh(paper, 12, 58, 42, 30)
    fringe = curve(
        "-94,40* -112,-10 -112,-66 -84,-118 -20,-148 50,-146 96,-116 124,-70* 104,-62 84,-48 104,-20* 78,-26 52,-46 "
        "58,-26 66,-8* 36,-20 12,-50 10,-28 16,-8* -14,-22 -36,-54 -46,-30 -40,-4* -62,-18 -76,-30 -86,0",
        closed=True,
    )
    paper.shape(fringe, HAIR, 5.5)
    paper.lines(
        "-40,-136 0,-110 28,-60",
        "-56,-124 -40,-96 -18,-62",
        "-10,-140 40,-112 72,-62",
        "-76,-108 -74,-70 -64,-44",
        "-98,-50 -98,-16 -94,14",
        "60,-132 110,-130",
        "90,-112 140,-106",
        width=3.6,
    )


def dog(paper: Paper) -> None:
    # tail, far legs, body in a coat, near legs, head that looks up
    paper.shape(band("120,-40 170,-80 190,-130 170,-170", "40 38 32 10", open_root=True), DOG)
    paper.shape(band("90,0 110,60 104,104", "56 46 50"), DOG)
    paper.shape(band("-60,10 -70,60 -84,104", "52 44 48"), DOG)
    body = curve(
        "-120,-60 -60,-92 40,-90 120,-70 146,-20 124,30 40,46 -60,44 -120,20 -140,-20", closed=True
    )
    paper.shape(body, DOG)
    with paper.within(body):
        paper.shape("-150,-120* 70,-120* 62,-40 84,10 70,30 20,60* -150,60*", DOG_COAT)
        paper.line("-30,-96 -20,-20 -26,46", 4.5)
    paper.shape(band("60,10 66,64 56,110", "60 46 54"), DOG)
    paper.shape(band("-96,10 -100,64 -112,110", "58 46 54"), DOG_PALE)
    paper.lines("40,108 44,120", "58,112 60,124", "-126,108 -124,120", "-110,112 -108,124", width=4)
    with paper.placed(-130, -130, turn=-12):
        paper.shape("60,-70 110,-110 170,-124 196,-100 170,-66 120,-40 76,-20", DOG)
        paper.line("86,-58 120,-84 150,-92", 4)
        face = curve(
            "-20,-110 40,-104 84,-66 92,0 70,56 20,84 -40,80 -76,56 -116,48 -134,20 -124,-10 -92,-26 -74,-70",
            closed=True,
        )
        paper.shape(face, DOG)
        with paper.within(face):
            paper.shape("-150,-30 -90,-34 -50,10 0,40 -10,96 -150,96", DOG_PALE, 5)
        paper.shape("-140,8 -144,-16 -124,-28 -100,-22 -98,0 -118,16", Paint("#3a3236"), 5)
        paper.black("-138,6 -140,-14 -124,-25 -104,-20 -102,-2 -118,12")
        paper.shape(ellipse(-126, -14, 7, 5), EYE_WHITE, 0)
        paper.black(ellipse(-40, -24, 12, 17))
        paper.shape(ellipse(-44, -31, 4.5), EYE_WHITE, 0)
        paper.line("-52,-58 -36,-66 -20,-58", 5)
        paper.line("-112,18 -104,38 -76,44 -50,32", 5, (0.6, 0.2))
        paper.shape("-86,44 -62,40 -56,62 -66,78 -84,70", Paint("#ea8f92", Part.MOUTH), 4.5)
        paper.shape("30,-104 70,-150 130,-176 166,-160 150,-110 110,-70 70,-50", DOG)
        paper.line("70,-112 108,-140 136,-144", 4)
    paper.shape(band("-150,-56 -110,-34 -60,-50", "24 28 24"), BOOTS, 5)
    paper.shape(ellipse(-112, -22, 15), Paint("#f2d25a"), 4.5)


def leaves(paper: Paper) -> None:
    places = (
        (470, 690, 30, 1.0),
        (360, 470, -40, 0.8),
        (150, 1150, 10, 1.1),
        (1400, 760, 60, 1.0),
        (1440, 1500, -20, 1.0),
        (1080, 1450, 50, 0.9),
        (330, 1380, -60, 0.9),
        (60, 1660, 20, 0.9),
        (560, 170, 80, 0.9),
        (90, 640, -10, 0.8),
    )
    for i, (x, y, turn, size) in enumerate(places):
        with paper.placed(x, y, turn=turn, size=size):
            paper.shape("-52,6* -24,-26 14,-28 54,-2* 16,26 -22,26", LEAF[i % 3], 5.5)
            paper.line("-80,12 -52,6 0,-2 40,-2", 4.5, (0.7, 0.05))
            paper.lines("-12,0 6,-16", "-8,2 8,14", width=3.4)
