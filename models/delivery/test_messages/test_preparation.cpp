// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "delivery/test_messages/test_preparation.h"

#include <QLocale>
#include <QUuid>
#include <algorithm>

#include "audience/profile_reader.h"
#include "audience/profile_repository.h"
#include "audience/suppression_repository.h"
#include "campaign/campaign_snippets.h"
#include "campaign/message_plan_of.h"
#include "campaign/short_links.h"
#include "campaign/stored_linked.h"
#include "delivery/courier/outgoing_fields.h"
#include "delivery/reach/person_values.h"
#include "library/linked_source_repository.h"
#include "liquid/value.h"
#include "message/template_match.h"
#include "phone/phone_number.h"
#include "providers/prices/price_repository.h"

namespace heliograph::delivery {
namespace {

Result<message::MessagePlan> testPlan(const DeliveryContext& context, const campaign::Campaign& draft) {
  return campaign::withLibrary(context.database, context.clock, draft)
      .and_then([&](const campaign::Campaign& whole) {
        return campaign::withMadeShortLinks(context.database, context.clock, whole);
      })
      .and_then(campaign::messagePlanOf)
      .and_then([&](const message::MessagePlan& compiled) {
        return campaign::withStoredLinked(context.database, context.clock, compiled);
      });
}

/// Who may send it, and what they ask for.
struct TestRoute {
  std::vector<providers::ReadyProvider> members;  ///< not empty
  providers::AskedFields asked;
};

Result<TestRoute> testRoute(const DeliveryContext& context, const TestSendRequest& request) {
  const providers::ProviderRepository all(context.database, context.catalog, context.clock);
  const providers::GroupRepository groups(context.database, context.clock);
  const providers::RouteResolver routes(all, groups, context.catalog, context.secrets);
  const providers::Route route =
      request.provider ? providers::Route{QStringLiteral("provider"), request.provider->value} : request.campaign.route;
  auto resolved = routes.resolve(route);
  if (!resolved) return fail(resolved.error());
  if (!resolved->ready.empty()) {
    auto asked = routes.asked(route);
    if (!asked) return fail(asked.error());
    return TestRoute{std::move(resolved->ready), std::move(*asked)};
  }
  return fail(ErrorCode::Credentials, resolved->unready.empty()
                                          ? QStringLiteral("No provider can send. Add one, then test.")
                                          : resolved->unready.front().reason);
}

Error noTestText(const message::Sendable& sendable) {
  const QString why = sendable.detail.isEmpty() ? QString() : QStringLiteral(" (%1)").arg(sendable.detail);
  if (sendable.reason == u"empty_value") {
    return Error{ErrorCode::InvalidInput,
                 QStringLiteral("The provider asks for “%1”, and nothing comes out for this person. Enter a value or a "
                                "fallback.")
                     .arg(sendable.detail),
                 sendable.reason};
  }
  if (sendable.reason == u"template_mismatch") {
    return Error{ErrorCode::InvalidInput,
                 QStringLiteral("The text for this person isn't the approved one. Change it where it is marked."),
                 sendable.reason};
  }
  return Error{ErrorCode::InvalidInput,
               sendable.reason == u"aborted"
                   ? QStringLiteral("The message leaves this person out%1. Test as another person.").arg(why)
                   : QStringLiteral("No text to send comes out for this person%1. Change the message, or test as "
                                    "another person.")
                         .arg(why),
               sendable.reason};
}

/// A place of the approved text, or one marked like it, that nobody filled: nobody is to read its marks.
Result<> withoutOpenPlaces(const std::string& text) {
  const QByteArray sent = QByteArray::fromStdString(text);
  const auto open = message::openPlaces(sent);
  if (open.empty()) return {};
  const QByteArray place = sent.mid(open.front().first, open.front().second - open.front().first);
  const int number = message::openPlaceNumber(place);
  const QString what = number > 0
                           ? QStringLiteral("Variable %1 of the template has no value.").arg(number)
                           : QStringLiteral("A value is missing in the text, at “%1”.").arg(QString::fromUtf8(place));
  return fail(ErrorCode::InvalidInput,
              what + QStringLiteral(" Choose a property for it under What, or write a value; then test again."),
              QStringLiteral("template_place_open"));
}

}  // namespace

Result<TestPreparation> TestPreparation::of(const DeliveryContext& context, const TestSendRequest& request) {
  auto route = testRoute(context, request);
  campaign::Campaign draft = request.campaign;
  draft.asked = route ? std::optional(route->asked) : std::optional<providers::AskedFields>();
  auto plan = testPlan(context, draft);
  if (!plan) return fail(plan.error());
  auto schema = audience::ProfileSchema::load(context.database);
  if (!schema) return fail(schema.error());
  TestPreparation made(context, request, std::move(*plan), std::move(*schema),
                       route.map([](TestRoute& found) { return std::move(found.members); }));
  HELIOGRAPH_TRY(made.knowPrices());
  HELIOGRAPH_TRY(made.knowLinked());
  HELIOGRAPH_TRY(made.knowEvent());
  return made;
}

Result<TestEventForm> TestPreparation::eventForm(const DeliveryContext& context, const campaign::Campaign& campaign) {
  const auto plan = testPlan(context, campaign);
  if (!plan) return fail(plan.error());
  return testEventForm(context.database, context.clock, campaign, *plan);
}

Result<> TestPreparation::knowEvent() {
  const auto form = testEventForm(m_context.database, m_context.clock, m_request.campaign, m_plan);
  if (!form) return fail(form.error());
  auto plan = withTestEvent(m_plan, *form, m_request.event, m_context.clock);
  if (!plan) return fail(plan.error());
  m_plan = std::move(*plan);
  m_eventValues = testEventRecord(*form, m_request.event);
  return {};
}

Result<> TestPreparation::knowPrices() {
  if (!m_members) return {};
  const auto prices = providers::PriceRepository(m_context.database).list();
  if (!prices) return fail(prices.error());
  for (const providers::ReadyProvider& member : *m_members) {
    m_tariffs.emplace_back(member.definition.forTesting ? providers::Tariff::free()
                                                        : providers::Tariff::of(member.provider.id, *prices));
  }
  return {};
}

Result<> TestPreparation::knowLinked() {
  const library::LinkedSourceRepository sources(m_context.database, m_context.clock);
  for (const QString& name : m_plan.linkedSources()) {
    const auto source = sources.byName(name);
    if (!source) {
      m_linked.insert(name, QStringLiteral("“%1”: there is no such source").arg(name));
      continue;
    }
    const auto answer = sources.lastAnswer(source->id);
    if (!answer) return fail(answer.error());
    m_linked.insert(
        name, *answer ? QStringLiteral("“%1”: the answer of its test on %2 (HTTP %3)")
                            .arg(name, QLocale().toString((*answer)->fetchedAt.toLocalTime(), QLocale::ShortFormat))
                            .arg((*answer)->status)
                      : QStringLiteral("“%1”: it was never asked; test it first").arg(name));
  }
  return {};
}

Result<PreparedTest> TestPreparation::prepare(const TestRecipient& recipient) const {
  const auto number = address(recipient);
  if (!number) return fail(number.error());
  const auto sendable = text(recipient.asIdentity);
  if (!sendable) return fail(sendable.error());
  if (!sendable->ok) return fail(noTestText(*sendable));
  HELIOGRAPH_TRY(withoutOpenPlaces(sendable->text));
  auto members = membersFor(*number, sendable->measure.parts);
  if (!members) return fail(members.error());
  PreparedTest test;
  test.members = std::move(*members);
  test.message.to = *number;
  test.message.body = QString::fromStdString(sendable->text);
  test.message.encoding = message::encodingName(sendable->measure.encoding);
  test.message.parts = sendable->measure.parts;
  test.message.clientId = QUuid::createUuid().toString(QUuid::Id128);
  test.message.campaignId = QString::number(m_request.campaign.id.value);
  if (sendable->fields) addFields(*sendable->fields, test.message);
  test.asIdentity = recipient.asIdentity;
  test.linked = linkedOf(sendable->copy);
  test.eventValues = m_eventValues;
  return test;
}

TestPreview TestPreparation::preview(const TestRecipient& recipient) const {
  TestPreview preview;
  if (m_members) {
    preview.provider = m_members->front().provider.name;
    preview.free = m_members->front().definition.forTesting;
  } else {
    preview.problem = m_members.error().message;
  }
  const auto sendable = text(recipient.asIdentity);
  if (!sendable) {
    preview.problem = sendable.error().message;
    return preview;
  }
  preview.text = QString::fromStdString(sendable->text);
  preview.encoding = message::encodingName(sendable->measure.encoding);
  preview.parts = sendable->measure.parts;
  preview.linked = linkedOf(sendable->copy);
  const auto number = address(recipient);
  if (!sendable->ok) {
    preview.problem = noTestText(*sendable).message;
  } else if (const auto filled = withoutOpenPlaces(sendable->text); !filled) {
    preview.problem = filled.error().message;
  } else if (!number) {
    preview.problem = number.error().message;
  } else if (const auto members = membersFor(*number, preview.parts)) {
    preview.provider = members->front().ready.provider.name;
    preview.free = members->front().ready.definition.forTesting;
    preview.price = members->front().price;
  } else {
    preview.problem = members.error().message;
  }
  return preview;
}

Result<QString> TestPreparation::address(const TestRecipient& recipient) const {
  const phone::ParsedPhone parsed = phone::parsePhone(recipient.to, QStringView());
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

Result<message::Sendable> TestPreparation::text(const QString& identity) const {
  if (!identity.isEmpty()) return textOf(identity);
  const std::vector<liquid::Value> nothing(m_schema->slotCount());
  return make({&m_schema->shape(), nothing.data()});
}

message::Sendable TestPreparation::make(const message::PersonValues& person) const {
  message::MessageRenderer renderer(m_context.clock.now(), m_request.campaign.name, m_request.campaign.id.value);
  if (m_request.copy) {
    const int last = static_cast<int>(m_plan.copies().size()) - 1;
    return m_plan.prepare(person, std::clamp(*m_request.copy, 0, last), renderer);
  }
  return m_plan.prepare(person, renderer);
}

Result<message::Sendable> TestPreparation::textOf(const QString& identity) const {
  const audience::ProfileRepository people(m_context.database, m_context.clock);
  auto person = people.find(identity);
  if (!person) return fail(person.error());
  audience::ProfileReading reading;
  reading.only = {person->id};
  reading.textedBefore = m_plan.asksTextedBefore();
  auto reader = audience::ProfileReader::open(m_context.database, m_schema, reading,
                                              audience::EvaluationTime::local(m_context.clock));
  if (!reader) return fail(reader.error());
  auto row = reader->next();
  if (!row) return fail(row.error());
  if (!*row) return fail(ErrorCode::NotFound, QStringLiteral("This person was deleted. Test as another one."));
  return make(personValues(m_schema->shape(), **row));
}

Result<std::vector<PreparedTest::Member>> TestPreparation::membersFor(const QString& e164, int parts) const {
  if (!m_members) return fail(m_members.error());
  const phone::ParsedPhone parsed = phone::parsePhone(e164, QStringView());
  const std::string region = parsed.number ? parsed.number->region().toStdString() : std::string();
  std::vector<PreparedTest::Member> members;
  for (std::size_t i = 0; i < m_members->size(); ++i) {
    const providers::ReadyProvider& ready = (*m_members)[i];
    if (!ready.coverage.covers(region)) continue;
    const Money* part = m_tariffs[i] ? m_tariffs[i]->priceOf(e164.toStdString(), region) : nullptr;
    members.push_back({ready, part ? part->times(parts) : std::nullopt});
  }
  if (!members.empty()) return members;
  return fail(ErrorCode::NotFound,
              QStringLiteral("No provider of the route covers the country of this number. Add the country to a "
                             "provider's settings, or test with another number."));
}

QStringList TestPreparation::linkedOf(int copy) const {
  QStringList words;
  for (const QString& source : m_plan.linkedSources(copy)) words << m_linked.value(source);
  return words;
}

}  // namespace heliograph::delivery
