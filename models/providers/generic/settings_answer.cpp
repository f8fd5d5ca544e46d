// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "providers/generic/settings_answer.h"

namespace heliograph::providers {
namespace {

const QString codesTable = QStringLiteral("codes");

class AnswerMaker {
 public:
  AnswerMaker(const ProviderDefinition& kind, const Provider& provider, QString idSetting, bool ofWhole,
              std::vector<FieldError>& errors)
      : m_kind(kind), m_provider(provider), m_idSetting(std::move(idSetting)), m_ofWhole(ofWhole), m_errors(errors) {}

  AnswerSpec make() {
    m_spec.format = format();
    m_spec.id = selector(m_idSetting);
    m_spec.code = selector(QStringLiteral("code_selector"));
    m_spec.words = selector(QStringLiteral("words_selector"));
    m_spec.echoTo = selector(QStringLiteral("echo_to_selector"));
    m_spec.echoClientId = selector(QStringLiteral("echo_id_selector"));
    addRule({{429, 429}}, {}, RuleOutcome::RetryAfter);
    addCodes();
    addRefusal();
    addSuccess();
    addRule({{401, 401}, {403, 403}}, {}, RuleOutcome::Credentials);
    // Of a list the first may have been sent before the credit ended.
    if (!m_kind.batch.isUsed()) addRule({{402, 402}}, {}, RuleOutcome::NoCredit);
    addRule({{400, 400}, {404, 404}, {422, 422}}, {}, RuleOutcome::Permanent);
    return std::move(m_spec);
  }

 private:
  [[nodiscard]] QString value(const QString& name) const {
    const SettingField* field = m_kind.field(name);
    return field ? m_provider.setting(*field).trimmed() : QString();
  }

  [[nodiscard]] QStringList values(const QString& name) const {
    QStringList list;
    for (const QString& each : value(name).split(QLatin1Char(','), Qt::SkipEmptyParts)) list.append(each.trimmed());
    return list;
  }

  Selector selector(const QString& name) {
    const QString text = value(name);
    if (text.isEmpty()) return {};
    auto parsed = Selector::parse(text);
    if (parsed) return *parsed;
    m_errors.push_back({name, parsed.error().message});
    return {};
  }

  [[nodiscard]] AnswerFormat format() const {
    const QString name = value(QStringLiteral("answer_format"));
    if (name == QStringLiteral("xml")) return AnswerFormat::Xml;
    if (name == QStringLiteral("text")) return AnswerFormat::Text;
    return name == QStringLiteral("none") ? AnswerFormat::None : AnswerFormat::Json;
  }

  void addRule(std::vector<StatusRange> statuses, std::vector<Condition> conditions, RuleOutcome outcome) {
    AnswerRule rule;
    rule.statuses = std::move(statuses);
    rule.conditions = std::move(conditions);
    rule.then.outcome = outcome;
    m_spec.rules.push_back(std::move(rule));
  }

  /// "Something stands there", or one of the values does.
  static Condition condition(Selector selector, const QStringList& values) {
    Condition condition;
    condition.selector = std::move(selector);
    if (values.isEmpty()) condition.exists = true;
    condition.isOneOf = values;
    return condition;
  }

  void addCodes() {
    const QString field = QStringLiteral("outcomes");
    const auto rows = settingRows(m_provider, field);
    if (!rows || rows->empty()) return;
    if (!m_spec.code.isSet()) {
      m_errors.push_back({QStringLiteral("code_selector"), QStringLiteral("Say where the error code stands.")});
      return;
    }
    for (const SettingRow& row : *rows) {
      const auto outcome = ruleOutcomeByName(row.value);
      if (!outcome || *outcome == RuleOutcome::NotFound || *outcome == RuleOutcome::TakenBack) {
        m_errors.push_back({field, QStringLiteral("“%1” isn't an outcome.").arg(row.value)});
        continue;
      }
      m_spec.tables[codesTable].insert(row.name, Consequence{*outcome, QString(), std::nullopt});
    }
    AnswerRule rule;
    rule.table = codesTable;
    rule.key = m_spec.code;
    m_spec.rules.push_back(std::move(rule));
  }

  void addRefusal() {
    Selector refusal = selector(QStringLiteral("error_selector"));
    if (!refusal.isSet()) return;
    addRule({{200, 299}}, {condition(std::move(refusal), values(QStringLiteral("error_values")))},
            RuleOutcome::Permanent);
  }

  void addSuccess() {
    std::vector<Condition> conditions;
    Selector success = selector(QStringLiteral("success_selector"));
    if (success.isSet() && !m_ofWhole)
      conditions.push_back(condition(std::move(success), values(QStringLiteral("success_values"))));
    addRule({{200, 299}}, std::move(conditions), RuleOutcome::Accepted);
  }

  const ProviderDefinition& m_kind;
  const Provider& m_provider;
  QString m_idSetting;
  bool m_ofWhole;
  std::vector<FieldError>& m_errors;
  AnswerSpec m_spec;
};

}  // namespace

AnswerSpec answerFromSettings(const ProviderDefinition& kind, const Provider& provider, const QString& idSetting,
                              bool ofWhole, std::vector<FieldError>& errors) {
  return AnswerMaker(kind, provider, idSetting, ofWhole, errors).make();
}

}  // namespace heliograph::providers
