package auditorium.access.domain;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import auditorium.access.domain.SecretRule.Fault;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Makes the list of common passwords from words and habits, and compares it with the one that ships. */
class CommonPasswordsTest {

    private static final Path SHIPPED = Path.of("src/main/resources/common-passwords.bin");

    /** What people take: words of every list there is, of the keyboard, of China, of factories and audits, names, months. */
    private static final List<String> WORDS =
            List.of(("password pass passwd passcode secret private login welcome hello"
                            + " admin administrator manager root user guest test demo system server master default changeme letmein open access"
                            + " qwerty qwertyuiop qwert asdfgh asdfghjkl zxcvbn zxcvbnm qazwsx qazwsxedc 1qaz2wsx 1q2w3e4r q1w2e3r4 abcdef abcdefg"
                            + " iloveyou loveyou lovely love baby angel princess sunshine flower summer winter spring autumn dragon monkey tiger lion"
                            + " football baseball soccer basketball superman batman shadow ninja starwars pokemon trustno freedom whatever internet"
                            + " computer samsung google apple huawei xiaomi lenovo alibaba taobao tmall weixin wechat tencent baidu douyin alipay"
                            + " michael jennifer jordan jessica daniel thomas charlie andrew robert anthony maria"
                            + " woaini woaiwojia woaizhongguo nihao mima wodemima denglu guanliyuan guanli gongchang gongsi jingli laoban yuangong"
                            + " zhongguo china beijing shanghai shenzhen guangzhou dongguan hangzhou yiwu ningbo suzhou zhejiang jiangsu guangdong fujian"
                            + " wang zhang chen liu yang huang zhao zhou xiaoming jiayou facai facaile gongxi gongxifacai pingan xinnian laopo laogong"
                            + " factory company office audit auditor auditorium quality training safety production warehouse consultant supplier customer"
                            + " january february march april june july august september october november december monday friday sunday")
                    .split(" "));

    private static final List<String> ENDS = ends();

    private static List<String> ends() {
        List<String> ends = new ArrayList<>(
                List.of(("1 12 123 1234 12345 123456 1234567 12345678 123456789 1234567890 0 00 000 0000"
                                + " 11 111 1111 111111 22 222 33 333 66 666 6666 666666 88 888 8888 888888 99 999 9999 520 521 1314 5201314 168 518"
                                + " 007 100 101 123123 112233 123321 321 4321 54321 654321 987654321 147258 147258369 159357 789 789456 456 abc abc123"
                                + " abcd abcd1234 qwe qwe123 qwer qwerty asd asd123 zxc zxc123 xyz pass password admin")
                        .split(" ")));
        IntStream.rangeClosed(1950, 2035).forEach(year -> ends.add(Integer.toString(year)));
        List<String> all =
                new ArrayList<>(List.of("", "!", "!!", "!!!", ".", "..", "?", "#", "@", "*", "**", "***", "$"));
        for (String end : ends) {
            for (String before : List.of("", "@")) {
                for (String after : List.of("", "!")) {
                    all.add(before + end + after);
                }
            }
        }
        return all;
    }

    private static byte[] made() {
        TreeSet<Long> hashes = new TreeSet<>();
        for (String word : WORDS) {
            for (String begin : List.of("", word, "my", "123", "woai")) {
                for (String end : begin.isEmpty() ? ENDS : List.of("", "!", "1", "123", "1234", "123456", "888")) {
                    String password = begin + word + end;
                    // no longer ones: whoever types that much is hardly in a list, and the list would be for nothing
                    // but itself
                    if (password.length() >= SecretRule.SHORTEST_PASSWORD && password.length() <= 15) {
                        hashes.add(CommonPasswords.hash(password));
                    }
                }
            }
        }
        ByteBuffer out = ByteBuffer.allocate(hashes.size() * CommonPasswords.HASH_BYTES);
        hashes.forEach(
                hash -> out.put(ByteBuffer.allocate(Long.BYTES).putLong(hash).array(), 2, CommonPasswords.HASH_BYTES));
        return out.array();
    }

    @Test
    void theListThatShipsIsTheOneThatTheseWordsMake() throws IOException {
        byte[] made = made();
        if (Boolean.getBoolean("write.common.passwords")) {
            Files.write(SHIPPED, made);
        }
        System.out.println(made.length / CommonPasswords.HASH_BYTES + " common passwords");
        assertArrayEquals(made, Files.readAllBytes(SHIPPED), "run it with -Dwrite.common.passwords=true");
    }

    @Test
    void whatThievesTryFirstIsTooEasyInAnyDisguise() {
        for (String easy : List.of(
                "password1234",
                "Password2024!",
                "P@ssw0rd2025",
                "p@$$w0rd1234",
                "Qwertyuiop123",
                "Admin@123456",
                "Woaini5201314",
                "auditorium2026",
                "Factory@2026",
                "iloveyou1314",
                "wodemima8888")) {
            assertEquals(Optional.of(Fault.PASSWORD_TOO_EASY), SecretRule.faultOfPassword(easy, "ada"), easy);
        }
    }

    @Test
    void aSentenceIsNone() {
        for (String good :
                List.of("three red seals at dawn", "每天上班前先看三号线的封条", "auditorium-demo", "Wong sees four doors")) {
            assertFalse(CommonPasswords.contains(good), good);
        }
        assertTrue(CommonPasswords.contains("PASSWORD1234"));
    }
}
