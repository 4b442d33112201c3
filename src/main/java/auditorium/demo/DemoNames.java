package auditorium.demo;

import java.util.HashSet;
import java.util.Random;
import java.util.Set;

/** Invented people. The same seed gives the same names on every machine. */
final class DemoNames {

    private static final String SURNAMES =
            "王李张刘陈杨黄赵周吴徐孙马朱胡郭何高林罗郑梁谢宋唐许韩冯邓曹彭曾萧田董袁潘于蒋蔡余杜叶程苏魏吕丁任沈姚卢姜崔钟谭陆汪范金石廖贾夏韦付方白邹孟熊秦邱江尹薛闫段雷侯龙史陶黎贺顾毛郝龚邵万钱严覃武戴莫孔向汤";
    private static final String GIVEN = "伟芳娜敏静丽强磊军洋勇艳杰娟涛明超秀兰霞平刚桂英华玉萍红梅建国志文辉斌宇浩凯健俊帆雪琳晶欢倩婷颖慧丹欣悦宁晨博睿子轩雨桐佳怡思远海波春燕小龙玲莉鹏飞翔云峰";

    private final Random random;
    private final Set<String> used = new HashSet<>();

    DemoNames(long seed) {
        random = new Random(seed);
    }

    String next() {
        while (true) {
            StringBuilder name = new StringBuilder().append(pick(SURNAMES)).append(pick(GIVEN));
            if (random.nextInt(3) > 0) {
                name.append(pick(GIVEN));
            }
            if (used.add(name.toString())) {
                return name.toString();
            }
        }
    }

    private char pick(String from) {
        return from.charAt(random.nextInt(from.length()));
    }
}
