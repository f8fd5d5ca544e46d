// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "campaign/segment_use.h"

#include "storage/statement.h"

namespace heliograph::campaign {

Result<QHash<SegmentId, QDateTime>> lastTexted(const storage::Database& database) {
  storage::Statement find(
      database,
      QStringLiteral("SELECT json_extract(v.body, '$.audience.id'), max(r.started_at) FROM campaign_version v "
                     "JOIN run r ON r.version_id = v.id WHERE r.started_at IS NOT NULL AND "
                     "json_extract(v.body, '$.audience.kind') = 'saved' GROUP BY 1"));
  QHash<SegmentId, QDateTime> texted;
  while (true) {
    auto row = find.next();
    if (!row) return fail(row.error());
    if (!*row) return texted;
    texted.insert(find.id<SegmentId>(0), find.instant(1));
  }
}

}  // namespace heliograph::campaign
