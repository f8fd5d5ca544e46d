// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/preview_command.h"

#include <QJsonArray>

#include "app/cli/call.h"
#include "app/cli/counted.h"
#include "app/cli/event_options.h"
#include "delivery/check/reach_limits.h"
#include "delivery/outbox/reason_text.h"
#include "delivery/reach/person_values.h"
#include "delivery/reach/qualification.h"
#include "delivery/reach/text_event.h"

namespace heliograph::cli {
namespace {

const QString kPreviewAs = QStringLiteral("as");
const QString kPreviewAll = QStringLiteral("all");
const QString kPreviewCopy = QStringLiteral("copy");

/// What goes along with a text, a line each.
QString fieldWords(const message::MadeFields& fields) {
  QString words;
  const auto add = [&words](const QString& name, const QString& value) {
    words += QStringLiteral("\n  %1: %2").arg(name, value);
  };
  if (!fields.templateId.isEmpty()) add(QStringLiteral("template"), fields.templateId);
  for (qsizetype i = 0; i < fields.variables.size(); ++i) {
    add(QStringLiteral("variable %1").arg(i + 1), fields.variables[i]);
  }
  for (const auto* pairs : {&fields.body, &fields.headers, &fields.globals}) {
    for (const message::MadePair& pair : *pairs) add(pair.name, pair.value);
  }
  return words;
}

void answerPreview(Console& console, std::string_view identity, const QString& reason, const message::Sendable& text,
                   const QString& copy, const QString& event = {}) {
  const QString name = QString::fromUtf8(identity.data(), static_cast<qsizetype>(identity.size()));
  const QString body = QString::fromStdString(text.text);
  QJsonObject json{{QStringLiteral("identity"), name},
                   {QStringLiteral("text"), body},
                   {QStringLiteral("encoding"), message::encodingName(text.measure.encoding)},
                   {QStringLiteral("parts"), text.measure.parts},
                   {QStringLiteral("missing"), QJsonArray::fromStringList(text.missing)}};
  QString words = QStringLiteral("%1 (%2, %3): %4")
                      .arg(name, message::encodingName(text.measure.encoding))
                      .arg(counted(text.measure.parts, QStringLiteral("part")))
                      .arg(body);
  if (!copy.isEmpty()) {
    json.insert(QStringLiteral("copy"), copy);
    words += QStringLiteral("\n  copy: ") + copy;
  }
  if (!event.isEmpty()) {
    json.insert(QStringLiteral("event"), event);
    words += QStringLiteral("\n  event: ") + event;
  }
  if (text.fields) {
    json.insert(QStringLiteral("fields"), message::madeFieldsToJson(*text.fields));
    words += fieldWords(*text.fields);
  }
  if (!reason.isEmpty()) {
    json.insert(QStringLiteral("reason"), reason);
    words += QStringLiteral("\n  would not be sent: ") + delivery::reasonText(reason);
    if (!text.detail.isEmpty()) words += QStringLiteral(" (%1)").arg(text.detail);
  }
  console.answer(json, words);
}

/// What a copy is called; nothing for a single message.
QString nameOfCopy(const campaign::Variants& variants, int copy) {
  return campaign::copyCount(variants) < 2 ? QString() : campaign::copyName(variants, copy);
}

Result<> previewAll(Console& console, const app::Workspace& workspace, delivery::QualificationInput input,
                    const campaign::Variants& variants) {
  auto people = delivery::Qualification::open(workspace.database, std::move(input));
  if (!people) return fail(people.error());
  for (;;) {
    auto person = people->next();
    if (!person) return fail(person.error());
    if (!*person) return {};
    const message::Sendable& text = (*person)->text;
    const bool hasText = text.ok || !text.reason.isEmpty();
    answerPreview(console, (*person)->person->identity, (*person)->reason, text,
                  hasText ? nameOfCopy(variants, text.copy) : QString());
  }
}

/// One person, whether of the audience or not; with `acting` as after their own latest event.
Result<> previewOne(Console& console, const app::Workspace& workspace, const delivery::QualificationInput& input,
                    const QString& identity, const campaign::Variants& variants, const campaign::Audience* acting) {
  auto profile = workspace.profiles.find(identity);
  if (!profile) return fail(profile.error());
  audience::ProfileReading reading;
  reading.after = ProfileId{profile->id.value - 1};
  reading.limit = 1;
  reading.textedBefore = input.message.asksTextedBefore();
  auto reader = audience::ProfileReader::open(workspace.database, input.schema, reading, input.time);
  if (!reader) return fail(reader.error());
  auto row = reader->next();
  if (!row) return fail(row.error());
  if (!*row) return fail(ErrorCode::NotFound, QStringLiteral("This person was deleted a moment ago."));
  message::MessageRenderer renderer(input.time.now, input.campaignName, input.campaign.value);
  delivery::TextEvent event;
  if (acting != nullptr) {
    auto shown = delivery::textEventOf(workspace.database, workspace.clock, nullptr, *acting,
                                       input.message.eventProperties(), profile->id);
    if (!shown) return fail(shown.error());
    event = std::move(*shown);
  }
  message::PersonValues values = delivery::personValues(input.schema->shape(), **row);
  values.event = event.values.get();
  const message::Sendable text = input.message.prepare(values, renderer);
  answerPreview(console, (*row)->identity, text.reason, text, nameOfCopy(variants, text.copy),
                delivery::describe(event, workspace.clock.now()));
  return {};
}

/// Leaves of the campaign the one copy of that name, as everybody's.
Result<> takeCopy(campaign::Campaign& campaign, const QString& name) {
  auto copy = campaign::copyNamed(campaign.variants, name);
  if (!copy) return fail(copy.error());
  if (*copy > 0) {
    campaign::Variant& variant = campaign.variants.others[static_cast<std::size_t>(*copy) - 1];
    campaign.message = std::move(variant.message);
    campaign.fields = std::move(variant.fields);
  }
  campaign.variants = {};
  return {};
}

Result<> preview(Call& call) {
  if (call.isSet(kPreviewAs) == call.isSet(kPreviewAll))
    return call.wrongUsage(QStringLiteral("Give either --as IDENTITY or --all."));
  auto id = call.campaignId();
  if (!id) return fail(id.error());
  auto workspace = call.workspace();
  if (!workspace) return fail(workspace.error());
  auto campaign = (*workspace)->campaigns.load(*id);
  if (!campaign) return fail(campaign.error());
  auto given = readTestEvent(call);
  if (!given) return fail(given.error());
  const campaign::Campaign draft = *campaign;
  // One person's text can be seen before anybody is chosen.
  if (call.isSet(kPreviewAs)) campaign->audience = campaign->audience.previewed();
  if (call.isSet(kPreviewCopy)) HELIOGRAPH_TRY(takeCopy(*campaign, call.value(kPreviewCopy)));
  auto input = (*workspace)->publisher.qualificationOf(*campaign);
  if (!input) return fail(input.error());
  if (*given) {
    const auto form = delivery::testEventForm((*workspace)->database, (*workspace)->clock, draft, input->message);
    if (!form) return fail(form.error());
    auto message = delivery::withTestEvent(input->message, *form, **given, (*workspace)->clock);
    if (!message) return fail(message.error());
    input->message = std::move(*message);
  }
  if (call.isSet(kPreviewAll)) {
    auto limit = delivery::resolveLimit((*workspace)->database, (*workspace)->clock, *campaign);
    if (!limit) return fail(limit.error());
    if (limit->most) HELIOGRAPH_TRY((*workspace)->publisher.drawPeople(*input, *limit->most));
    return previewAll(call.console(), **workspace, std::move(*input), campaign->variants);
  }
  return previewOne(call.console(), **workspace, *input, call.value(kPreviewAs), campaign->variants,
                    *given ? nullptr : &draft.audience);
}

}  // namespace

std::vector<Command> previewCommands() {
  std::vector<Command> commands{
      {QStringLiteral("preview"),
       QStringLiteral("ID"),
       QStringLiteral("Shows the text as people will get it."),
       1,
       1,
       {valueOption(kPreviewAs, QStringLiteral("IDENTITY"), QStringLiteral("For this person.")),
        flagOption(kPreviewAll, QStringLiteral("For everybody of the audience.")),
        valueOption(kPreviewCopy, QStringLiteral("COPY"),
                    QStringLiteral("This copy (A, B, C or a value), whoever it is meant for."))},
       preview}};
  for (const QCommandLineOption& option : eventOptions()) commands.front().options.push_back(option);
  return commands;
}

}  // namespace heliograph::cli
