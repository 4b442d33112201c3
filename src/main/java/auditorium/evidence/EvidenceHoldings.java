package auditorium.evidence;

import auditorium.platform.Text;
import auditorium.records.Holding;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

/** What evidence keeps about people. */
@Singleton
class EvidenceHoldings {

    @Produces
    @Singleton
    Holding filed() {
        return Holding.of(
                        new Text("你存的证据", "Evidence you filed"),
                        new Text("写明是谁存的，主管、工厂经理和顾问能看到。", "It says who filed it. Managers and consultants see it."),
                        """
                        select title, name, made_on, filed_at
                          from evidence where client_id = current_client() and filed_by = :account order by filed_at desc""")
                .column("title", "证据", "Evidence")
                .column("name", "文件", "File")
                .column("made_on", "文件日期", "Date of the document")
                .column("filed_at", "存入", "Filed");
    }

    @Produces
    @Singleton
    Holding checks() {
        return Holding.of(
                        new Text("你复核的证据", "Evidence you checked"),
                        new Text("写明是谁复核的，主管、工厂经理和顾问能看到。", "It says who checked it. Managers and consultants see it."),
                        """
                        select e.title, c.accepted, c.note, c.made_at
                          from evidence_check c join evidence e on e.client_id = c.client_id and e.id = c.evidence_id
                         where c.client_id = current_client() and c.made_by = :account order by c.made_at desc""")
                .column("title", "证据", "Evidence")
                .column("accepted", "认可", "Accepted")
                .column("note", "备注", "Note")
                .column("made_at", "时间", "When");
    }
}
