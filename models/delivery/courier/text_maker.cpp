// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "delivery/courier/text_maker.h"

#include <unordered_map>

#include "audience/profile_reader.h"
#include "delivery/coupons/row_coupons.h"
#include "delivery/outbox/reason_text.h"
#include "delivery/reach/person_values.h"

namespace heliograph::delivery {
namespace {

void writeText(ClaimedRow& row, const message::Sendable& text) {
  row.text = QString::fromStdString(text.text);
  row.encoding = message::encodingName(text.measure.encoding);
  row.parts = text.measure.parts;
  row.fields = text.fields;
}

}  // namespace

Result<std::vector<MadeText>> TextMaker::make(const RunContext& context, std::vector<ClaimedRow> rows) const {
  std::vector<MadeText> made;
  std::unordered_map<qint64, std::size_t> byProfile;
  audience::ProfileReading reading;
  for (ClaimedRow& row : rows) {
    const bool gone = !row.profile.isValid() || row.address.isEmpty();
    // Until the person is found, they count as deleted.
    made.push_back({std::move(row), reason::personDeleted});
    if (gone) continue;
    byProfile[made.back().row.profile.value] = made.size() - 1;
    reading.only.push_back(made.back().row.profile);
  }
  if (reading.only.empty()) return made;
  reading.textedBefore = context.message.asksTextedBefore();

  const audience::EvaluationTime time = audience::EvaluationTime::local(m_clock);
  auto people = audience::ProfileReader::open(m_database, context.schema, reading, time);
  if (!people) return fail(people.error());
  auto coupons = RowCoupons::begin(m_database, m_clock, context.message);
  if (!coupons) return fail(coupons.error());
  // What a text says of the day is said of the day on which it is read.
  message::MessageRenderer renderer(context.arrivalOf(time.now), context.frozen.campaign.name,
                                    context.frozen.campaign.id.value);
  while (true) {
    auto person = people->next();
    if (!person) return fail(person.error());
    if (!*person) break;
    MadeText& text = made[byProfile.at((*person)->id.value)];
    if ((*person)->unsubscribed) {
      text.skipReason = reason::unsubscribed;
    } else if (!text.row.text.isEmpty() || text.row.fields) {
      text.skipReason.clear();
    } else if (!text.row.linkedFailure.isEmpty()) {
      text.skipReason = text.row.linkedFailure;
    } else {
      message::PersonValues values = personValues(context.schema->shape(), **person);
      if (text.row.linked) values.linked = text.row.linked->value();
      auto sendable = coupons->prepare(values, text.row, renderer);
      if (!sendable) return fail(sendable.error());
      text.skipReason = sendable->ok ? QString() : sendable->reason;
      if (sendable->ok) writeText(text.row, *sendable);
    }
  }
  // Committed before any of these texts can leave.
  HELIOGRAPH_TRY(coupons->commit());
  return made;
}

}  // namespace heliograph::delivery
