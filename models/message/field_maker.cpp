// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "message/field_maker.h"

#include <optional>

#include "message/template_match.h"

namespace heliograph::message {
namespace {

/// A value that is made, with its name for sentences.
struct CompiledValue {
  QString name;
  QString fixed;
  std::optional<CompiledMessage> made;
  bool own = false;
};

bool isBlankValue(const QString& value) {
  return value.trimmed().isEmpty();
}

Result<CompiledValue> compileValue(const PairSource& source, const Snippets& snippets) {
  CompiledValue value{source.name, QString::fromUtf8(source.value), std::nullopt, source.own};
  // Plain text needs no engine.
  if (!source.personal || (!source.value.contains("{{") && !source.value.contains("{%"))) return value;
  auto made = CompiledMessage::compile(source.value, snippets);
  if (!made) {
    return fail(made.error().code,
                QStringLiteral("The value of “%1” can't be read. Mend it under What.").arg(source.name),
                made.error().message);
  }
  for (const PropertyUse& use : made->properties()) {
    if (use.root == QLatin1String("Coupon")) {
      return fail(ErrorCode::InvalidInput,
                  QStringLiteral("“%1” gives a coupon code, which only the message's own text can.").arg(source.name));
    }
  }
  value.made = std::move(*made);
  return value;
}

Result<std::vector<CompiledValue>> compileValues(const std::vector<PairSource>& sources, const Snippets& snippets) {
  std::vector<CompiledValue> values;
  for (const PairSource& source : sources) {
    auto value = compileValue(source, snippets);
    if (!value) return fail(value.error());
    values.push_back(std::move(*value));
  }
  return values;
}

std::vector<PairSource> variablesAsPairs(const std::vector<QByteArray>& variables) {
  std::vector<PairSource> pairs;
  for (const QByteArray& variable : variables) {
    pairs.push_back({QStringLiteral("Variable %1").arg(pairs.size() + 1), variable});
  }
  return pairs;
}

bool refuse(Sendable& sendable, QLatin1String reason, const QString& detail) {
  sendable.ok = false;
  sendable.reason = reason;
  sendable.detail = detail;
  return false;
}

void addNames(QStringList& into, const QStringList& names) {
  for (const QString& name : names) {
    if (!into.contains(name)) into << name;
  }
}

/// Writes a person's value, or says why there is none.
bool makeValue(const CompiledValue& value, QString& into, Sendable& sendable, const PersonValues& person,
               MessageRenderer& renderer) {
  into = value.fixed;
  if (value.made) {
    const RenderedText rendered = value.made->render(person, renderer);
    addNames(sendable.missing, rendered.missing);
    addNames(sendable.defaulted, rendered.defaulted);
    if (rendered.status == RenderedText::Status::Failed) {
      return refuse(sendable, QLatin1String("render_failed"), rendered.reason);
    }
    if (rendered.status == RenderedText::Status::Aborted) {
      return refuse(sendable, QLatin1String("aborted"), rendered.reason);
    }
    into = QString::fromStdString(rendered.text);
  }
  if (value.own || !isBlankValue(into)) return true;
  return refuse(sendable, QLatin1String("empty_value"), value.name);
}

bool makePairs(const std::vector<CompiledValue>& values, std::vector<MadePair>& into, Sendable& sendable,
               const PersonValues& person, MessageRenderer& renderer) {
  for (const CompiledValue& value : values) {
    MadePair pair{value.name, {}, value.own};
    if (!makeValue(value, pair.value, sendable, person, renderer)) return false;
    into.push_back(std::move(pair));
  }
  return true;
}

}  // namespace

struct FieldMaker::Compiled {
  QString templateId;
  QString approvedText;
  bool takesText = true;
  std::optional<TemplateMatcher> matcher;
  std::vector<CompiledValue> variables;
  std::vector<CompiledValue> body;
  std::vector<CompiledValue> headers;
  std::vector<CompiledValue> globals;
  std::vector<PropertyUse> properties;
};

Result<FieldMaker> FieldMaker::compile(const FieldSources& sources, const Snippets& snippets) {
  auto compiled = std::make_shared<Compiled>();
  compiled->templateId = sources.templateId.trimmed();
  compiled->approvedText = sources.approvedText.trimmed();
  compiled->takesText = sources.takesText;
  if (sources.matches && !compiled->approvedText.isEmpty()) compiled->matcher.emplace(compiled->approvedText);
  const std::pair<std::vector<PairSource>, std::vector<CompiledValue>*> blocks[] = {
      {variablesAsPairs(sources.variables), &compiled->variables},
      {sources.body, &compiled->body},
      {sources.headers, &compiled->headers},
      {sources.globals, &compiled->globals}};
  for (const auto& [pairs, into] : blocks) {
    auto values = compileValues(pairs, snippets);
    if (!values) return fail(values.error());
    *into = std::move(*values);
    for (const CompiledValue& value : *into) {
      if (!value.made) continue;
      const auto& uses = value.made->properties();
      compiled->properties.insert(compiled->properties.end(), uses.begin(), uses.end());
    }
  }
  return FieldMaker(std::move(compiled));
}

bool FieldMaker::takesText() const {
  return m_compiled->takesText;
}

const std::vector<PropertyUse>& FieldMaker::properties() const {
  return m_compiled->properties;
}

bool FieldMaker::make(MadeFields& fields, Sendable& sendable, const PersonValues& person,
                      MessageRenderer& renderer) const {
  const Compiled& all = *m_compiled;
  fields.templateId = all.templateId;
  for (const CompiledValue& variable : all.variables) {
    QString value;
    if (!makeValue(variable, value, sendable, person, renderer)) return false;
    fields.variables << value;
  }
  return makePairs(all.body, fields.body, sendable, person, renderer) &&
         makePairs(all.headers, fields.headers, sendable, person, renderer) &&
         makePairs(all.globals, fields.globals, sendable, person, renderer);
}

Sendable FieldMaker::prepareTemplate(const PersonValues& person, MessageRenderer& renderer,
                                     const MessageLimits& limits) const {
  Sendable sendable;
  sendable.ok = true;
  addTo(sendable, person, renderer);
  const QStringList values = sendable.fields ? sendable.fields->variables : QStringList();
  if (sendable.ok) sendable.text = filledTemplate(m_compiled->approvedText, values).toStdString();
  sendable.measure = measureSms(sendable.text);
  if (sendable.ok && sendable.measure.parts > limits.maxParts) {
    refuse(sendable, QLatin1String("too_long"), {});
  }
  return sendable;
}

void FieldMaker::addTo(Sendable& sendable, const PersonValues& person, MessageRenderer& renderer) const {
  if (m_compiled->takesText && m_compiled->matcher &&
      m_compiled->matcher->mismatch(QString::fromStdString(sendable.text))) {
    refuse(sendable, QLatin1String("template_mismatch"), {});
    return;
  }
  MadeFields fields;
  if (!make(fields, sendable, person, renderer)) return;
  if (!fields.isEmpty()) sendable.fields = std::make_shared<const MadeFields>(std::move(fields));
}

}  // namespace heliograph::message
