package auditorium.records;

import auditorium.platform.Text;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

/** Who somebody is, and how they sign in. */
@Singleton
class OwnHoldings {

    @Produces
    @Singleton
    Holding person() {
        return Holding.of(
                        new Text("个人资料", "About you"),
                        new Text(
                                "工厂里谁在哪个部门做什么，部门主管和工厂经理能看到。",
                                "Who does what in which department. Your managers see it."),
                        """
                        select p.name, p.number, d.name_zh || ' / ' || d.name_en as department, p.job, p.joined_on, p.left_on
                          from person p join department d on d.client_id = p.client_id and d.id = p.department_id
                         where p.client_id = current_client() and p.id = :person""")
                .column("name", "姓名", "Name")
                .column("number", "工号", "Number")
                .column("department", "部门", "Department")
                .column("job", "岗位", "Job")
                .column("joined_on", "入职", "Joined")
                .column("left_on", "离职", "Left");
    }

    @Produces
    @Singleton
    Holding account() {
        return Holding.of(
                        new Text("账号", "Account"),
                        new Text(
                                "用来登录，密码和 PIN 只存算不回来的校验值。",
                                "To sign in with. Of password and PIN only a hash is kept that cannot be turned back."),
                        """
                        select a.name, a.login_name, a.language, a.created_at from account a where a.id = :account""")
                .column("name", "姓名", "Name")
                .column("login_name", "登录名", "Sign-in name")
                .column("language", "语言", "Language")
                .column("created_at", "建立", "Made");
    }

    @Produces
    @Singleton
    Holding sessions() {
        return Holding.of(
                        new Text("登录", "Sign-ins"),
                        new Text(
                                "现在有效的登录、用过的设备和通行密钥，只有你能看到。",
                                "Sign-ins that are valid now, devices that were used, and passkeys. Nobody else sees them."),
                        """
                        select 'session' as kind, s.created_at as since, s.last_seen_at as last_seen, s.shared_device, s.device from login_session s where s.account_id = :account
                        union all
                        select 'device', null, k.seen_at, null, null from known_device k where k.account_id = :account
                        union all
                        select 'passkey: ' || p.name, p.added_at, p.used_at, null, null from passkey p where p.account_id = :account order by 1, 3 desc""")
                .column("kind", "种类", "Kind")
                .column("since", "从", "Since")
                .column("last_seen", "最近", "Last seen")
                .column("shared_device", "共用手机", "Shared phone")
                .column("device", "浏览器和设备", "Browser and device");
    }

    @Produces
    @Singleton
    Holding steps() {
        return Holding.of(
                        new Text("入职、调动和离职", "Joining, moving, leaving"),
                        new Text("用来安排培训，部门主管和工厂经理能看到。", "To plan training. Your managers see it."),
                        """
                        select s.kind, d.name_zh || ' / ' || d.name_en as department, s.on_date
                          from person_step s join department d on d.client_id = s.client_id and d.id = s.department_id
                         where s.client_id = current_client() and s.person_id = :person order by s.on_date desc, s.id desc""")
                .column("kind", "种类", "What")
                .column("department", "部门", "Department")
                .column("on_date", "日期", "Day");
    }

    @Produces
    @Singleton
    Holding seats() {
        return Holding.of(
                        new Text("在这个工厂的身份", "Your seat in this factory"),
                        new Text("决定你能看到什么，工厂经理能看到。", "It decides what you can see. The factory manager sees it."),
                        """
                        select m.role, m.number, m.ended_at from membership m
                         where m.client_id = current_client() and (m.account_id = :account or m.person_id = :person) order by m.ended_at nulls first""")
                .column("role", "身份", "Role")
                .column("number", "工号", "Number")
                .column("ended_at", "结束", "Ended");
    }
}
