# Makes the two fonts in src/main/resources/fonts from the npm package @expo-google-fonts/noto-sans-sc 0.4.3, unpacked in ./package.
# Needs the Debian packages fonttools and unicode-data. Run it only to take a newer font or more characters.
import bz2
from fontTools import subset

def hanzi(codec, first, last):                    # every pair of bytes that the codec knows
    for a in range(first, 0xFF):
        for b in range(0x40, 0xFF):
            try: yield ord(bytes([a, b]).decode(codec))
            except (UnicodeDecodeError, TypeError): pass

def standard():                                   # 通用规范汉字表, 8,105 characters: where the rarer names are
    with bz2.open('/usr/share/unicode/Unihan_OtherMappings.txt.bz2', 'rt') as lines:
        return {int(l.split()[0][2:], 16) for l in lines if '\tkTGH\t' in l}

signs = {*range(0x20, 0x180), *range(0x2010, 0x2060), *range(0x2190, 0x21A0), *range(0x2460, 0x2474), *range(0x3000, 0x3040),
         *range(0xFF00, 0xFFF0), *map(ord, '€℃№™≤≥≠≈√✓✗■□●○▲△▼▽★☆')}
common = signs | standard() | set(hanzi('gb2312', 0xA1, 0xFF))
for weight, points in ('400Regular', common | set(hanzi('gbk', 0x81, 0xFF))), ('700Bold', common):
    subset.main([f'package/{weight}/NotoSansSC_{weight}.ttf', '--unicodes=' + ','.join(f'{p:x}' for p in points),
                 f'--output-file=NotoSansSC-{weight[3:]}.ttf', '--layout-features=', '--no-hinting', '--notdef-outline',
                 '--name-IDs=*', '--drop-tables+=GSUB,GPOS,GDEF,BASE,vhea,vmtx,VORG,DSIG'])
