// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "delivery/test_preparation.h"

#include <QUuid>
#include <algorithm>

#include "audience/profile_reader.h"
#include "audience/profile_repository.h"
#include "audience/suppression_repository.h"
#include "campaign/campaign_snippets.h"
#include "campaign/message_plan_of.h"
#include "campaign/short_links.h"
#include "campaign/stored_linked.h"
#include "delivery/person_values.h"
#include "liquid/value.h"
#include "phone/phone_number.h"

namespace heliograph::delivery {

Result<PreparedTest> TestPreparation::run() const {
  auto number = address();
  if (!number) return fail(number.error());
  auto sender = provider();
  if (!sender) return fail(sender.error());
  auto sendable = text();
  if (!sendable) return fail(sendable.error());
  return PreparedTest{m_request.campaign,
                      std::move(*sender),
                      {*number, QString::fromStdString(sendable->text),
                       message::encodingName(sendable->measure.encoding), sendable->measure.parts,
                       QUuid::createUuid().toString(QUuid::Id128), QString::number(m_request.campaign.id.value)}};
}

Result<QString> TestPreparation::address() const {
  const phone::ParsedPhone parsed = phone::parsePhone(m_request.to, QStringView());
  if (!parsed.number) {
    return fail(ErrorCode::InvalidInput,
                QStringLiteral("This is no number to send to. Write it with the country code, as in +91 98123 45678."),
                parsed.reason);
  }
  const audience::SuppressionRepository suppressions(m_context.database, m_context.clock);
  auto optedOut = suppressions.isSuppressed(parsed.number->e164());
  if (!optedOut) return fail(optedOut.error());
  if (*optedOut) {
    return fail(ErrorCode::Refused,
                QStringLiteral("This number asked not to be texted. Test with another one, or subscribe it again."));
  }
  return parsed.number->e164();
}

Result<providers::ReadyProvider> TestPreparation::provider() const {
  const providers::ProviderRepository all(m_context.database, m_context.catalog, m_context.clock);
  const providers::GroupRepository groups(m_context.database, m_context.clock);
  const providers::RouteResolver routes(all, groups, m_context.catalog, m_context.secrets);
  const providers::Route route = m_request.provider
                                     ? providers::Route{QStringLiteral("provider"), m_request.provider->value}
                                     : m_request.campaign.route;
  auto resolved = routes.resolve(route);
  if (!resolved) return fail(resolved.error());
  if (!resolved->ready.empty()) return resolved->ready.front();
  return fail(ErrorCode::Credentials, resolved->unready.empty()
                                          ? QStringLiteral("No provider can send. Add one, then test.")
                                          : resolved->unready.front().reason);
}

Result<message::Sendable> TestPreparation::text() const {
  auto plan = campaign::withLibrary(m_context.database, m_context.clock, m_request.campaign)
                  .and_then([this](const campaign::Campaign& whole) {
                    return campaign::withMadeShortLinks(m_context.database, m_context.clock, whole);
                  })
                  .and_then(campaign::messagePlanOf)
                  .and_then([this](const message::MessagePlan& compiled) {
                    return campaign::withStoredLinked(m_context.database, m_context.clock, compiled);
                  });
  if (!plan) return fail(plan.error());
  auto schema = audience::ProfileSchema::load(m_context.database);
  if (!schema) return fail(schema.error());
  auto sendable = m_request.asIdentity.isEmpty() ? textOfNobody(*plan, **schema) : textOf(*plan, *schema);
  if (!sendable || sendable->ok) return sendable;
  const QString why = sendable->detail.isEmpty() ? QString() : QStringLiteral(" (%1)").arg(sendable->detail);
  return fail(ErrorCode::InvalidInput,
              sendable->reason == u"aborted"
                  ? QStringLiteral("The message leaves this person out%1. Test as another person.").arg(why)
                  : QStringLiteral("No text to send comes out for this person%1. Change the message, or test as "
                                   "another person.")
                        .arg(why),
              sendable->reason);
}

message::Sendable TestPreparation::prepare(const message::MessagePlan& plan,
                                           const message::PersonValues& person) const {
  message::MessageRenderer renderer(m_context.clock.now(), m_request.campaign.name, m_request.campaign.id.value);
  if (m_request.copy) {
    const int last = static_cast<int>(plan.copies().size()) - 1;
    return plan.prepare(person, std::clamp(*m_request.copy, 0, last), renderer);
  }
  return plan.prepare(person, renderer);
}

Result<message::Sendable> TestPreparation::textOfNobody(const message::MessagePlan& plan,
                                                        const audience::ProfileSchema& schema) const {
  const std::vector<liquid::Value> nothing(schema.slotCount());
  return prepare(plan, {&schema.shape(), nothing.data()});
}

Result<message::Sendable> TestPreparation::textOf(const message::MessagePlan& plan,
                                                  const std::shared_ptr<const audience::ProfileSchema>& schema) const {
  const audience::ProfileRepository people(m_context.database, m_context.clock);
  auto person = people.find(m_request.asIdentity);
  if (!person) return fail(person.error());
  audience::ProfileReading reading;
  reading.only = {person->id};
  reading.textedBefore = plan.asksTextedBefore();
  auto reader = audience::ProfileReader::open(m_context.database, schema, reading,
                                              audience::EvaluationTime::local(m_context.clock));
  if (!reader) return fail(reader.error());
  auto row = reader->next();
  if (!row) return fail(row.error());
  if (!*row) return fail(ErrorCode::NotFound, QStringLiteral("This person was deleted. Test as another one."));
  return prepare(plan, personValues(schema->shape(), **row));
}

}  // namespace heliograph::delivery
