package org.gongdan.sla.agreement;

import java.time.ZoneId;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import org.gongdan.platform.tx.Read;
import org.gongdan.platform.tx.Row;
import org.gongdan.platform.tx.Sql;

import io.smallrye.mutiny.Uni;

/** Reads versions of agreements by their ids, whether they are in force or not. */
@ApplicationScoped
public class VersionBook {

    private static final Sql FIND = Sql.of("""
            select v.id, v.agreement_id, a.number as agreement, v.number, v.effective_from, a.zone, v.content, a.type
            from agreement_version v join agreement a on a.id = v.agreement_id where v.id = any(:ids)""");

    public Uni<Map<UUID, InForce>> find(Read read, Collection<UUID> ids) {
        return FIND.ids("ids", ids.stream().distinct().toList()).rows(read).map(rows -> {
            Map<UUID, InForce> versions = new LinkedHashMap<>();
            rows.forEach(row -> versions.put(row.id("id"), version(row)));
            return versions;
        });
    }

    /** @param row with id, agreement_id, agreement, number, effective_from, zone, content and type */
    static InForce version(Row row) {
        return new InForce(row.constant("type", AgreementType.class), row.id("id"), row.id("agreement_id"), row.text("agreement"),
                row.integer("number"),
                row.date("effective_from"), ZoneId.of(row.text("zone")), ContentJson.read(row.text("content")));
    }
}
