package org.gongdan.sla.agreement;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import org.gongdan.platform.tx.Read;
import org.gongdan.platform.tx.Sql;

import io.smallrye.mutiny.Uni;

/** Reads versions of agreements by their ids, whether they are in force or not. */
@ApplicationScoped
public class VersionBook {

    public Uni<Map<UUID, InForce>> find(Read read, Collection<UUID> ids) {
        return Sql.rows(read, """
                select v.id, v.agreement_id, a.number as agreement, v.number, v.effective_from, a.zone, v.content, a.type
                from agreement_version v join agreement a on a.id = v.agreement_id where v.id = any($1)""", (Object) ids.stream().distinct().toArray(UUID[]::new))
                .map(rows -> {
                    Map<UUID, InForce> versions = new LinkedHashMap<>();
                    rows.forEach(row -> versions.put((UUID) row[0], new InForce(AgreementType.valueOf((String) row[7]), (UUID) row[0], (UUID) row[1], (String) row[2], ((Number) row[3]).intValue(),
                            (LocalDate) row[4], ZoneId.of((String) row[5]), ContentJson.read((String) row[6]))));
                    return versions;
                });
    }
}
