// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "campaign/fields_check.h"

#include <set>

#include "campaign/event_use.h"
#include "campaign/fields_in_force.h"
#include "message/message_lint.h"
#include "message/template_match.h"
#include "providers/template/header_rules.h"

namespace heliograph::campaign {
namespace {

/// Collects what is said of one copy.
class FieldsJudge final {
 public:
  FieldsJudge(const Campaign& campaign, int copy, const CheckContext& context, std::vector<Issue>& issues)
      : m_campaign(campaign),
        m_copy(copy),
        m_context(context),
        m_issues(issues),
        m_fields(fieldsInForce(fieldsOf(campaign, copy), campaign.asked)) {}

  void judge() {
    judgeTemplate();
    judgeVariables();
    judgePairs(QStringLiteral("body"), m_fields.body, true);
    judgePairs(QStringLiteral("header"), m_fields.headers, m_campaign.asked->headersPersonal);
    judgePairs(QStringLiteral("global"), m_fields.globals, false);
    judgeText();
  }

 private:
  void add(Severity severity, const char* code, const QString& field, const QString& text, int offset = -1,
           int length = 0) {
    m_issues.push_back(
        {severity, QLatin1String(code), Step::What, fieldsPlace(field, m_copy), ofCopy() + text, offset, length});
  }

  [[nodiscard]] QString ofCopy() const {
    if (copyCount(m_campaign.variants) < 2) return {};
    const QString name = copyName(m_campaign.variants, m_copy);
    return m_campaign.variants.kind == Variants::Kind::ByProperty ? QStringLiteral("“%1”: ").arg(name)
                                                                  : QStringLiteral("Copy %1: ").arg(name);
  }

  void judgeTemplate() {
    const auto& asked = *m_campaign.asked;
    if (!asked.templateId || !m_fields.templateId.trimmed().isEmpty()) return;
    const bool isDemanded = asked.templateIdRequired || !asked.text;
    add(isDemanded ? Severity::Block : Severity::Warn, "template_id_missing", QStringLiteral("template_id"),
        missingTemplateId(isDemanded));
  }

  void judgeVariables() {
    for (std::size_t i = 0; i < m_fields.variables.size(); ++i) {
      const QByteArray& variable = m_fields.variables[i];
      const QString place = QStringLiteral("variable.%1").arg(i + 1);
      if (variable.trimmed().isEmpty()) {
        add(Severity::Block, "variable_missing", place,
            QStringLiteral("Variable %1 of the template is empty. Enter a value.").arg(i + 1));
      } else {
        judgeLiquid(place, variable);
      }
    }
    if (m_campaign.asked->templateVariables && m_fields.variables.empty() &&
        m_fields.approvedText.trimmed().isEmpty()) {
      add(Severity::Warn, "variables_unknown", QStringLiteral("approved_text"),
          QStringLiteral("The provider fills a template with variables, and none is given. Paste the approved text, so "
                         "that its places are known."));
    }
  }

  void judgePairs(const QString& block, const std::vector<KeyValue>& pairs, bool personal) {
    std::set<QString> names;
    for (const KeyValue& pair : pairs) {
      const QString place = block + QLatin1Char('.') + pair.name;
      if (pair.own) judgeName(block, place, pair.name);
      if (!names.insert(block == u"header" ? pair.name.toLower() : pair.name).second) {
        add(Severity::Block, "pair_twice", place,
            QStringLiteral("“%1” is there twice. Remove one of them.").arg(pair.name));
      }
      if (!pair.own && pair.value.trimmed().isEmpty()) {
        add(Severity::Block, "value_missing", place,
            QStringLiteral("The provider asks for “%1”. Enter a value.").arg(pair.name));
      } else if (personal) {
        judgeLiquid(place, pair.value);
      } else if (pair.value.contains("{{") || pair.value.contains("{%")) {
        add(Severity::Block, "value_not_personal", place,
            QStringLiteral("“%1” is sent once for many people, so it can't be personalised. Write a plain value.")
                .arg(pair.name));
      }
    }
  }

  void judgeName(const QString& block, const QString& place, const QString& name) {
    if (name.trimmed().isEmpty()) {
      add(Severity::Block, "pair_unnamed", place,
          QStringLiteral("A value that you added has no name. Name it, or remove it."));
    } else if (block == u"header" && !providers::isSettableHeader(name)) {
      add(Severity::Block, "header_name", place, QStringLiteral("“%1” can't be a header's name.").arg(name));
    }
  }

  void judgeLiquid(const QString& place, const QByteArray& source) {
    const auto event = readableEvent(m_campaign.audience, m_context.events);
    // Pools are not looked up: no code may be here anyway.
    for (const auto& problem : message::lintMessage(source, {m_context.properties, m_context.snippets, {}, event})) {
      const bool blocks = problem.severity == message::MessageProblem::Severity::Error;
      const QByteArray code = QByteArrayLiteral("field_") + problem.code.toLatin1();
      add(blocks ? Severity::Block : Severity::Warn, code.constData(), place, problem.text,
          static_cast<int>(problem.begin), static_cast<int>(problem.end - problem.begin));
    }
    if (m_context.linked) judgeLinked(place, source);
    const auto compiled = message::CompiledMessage::compile(source, m_context.snippets.value_or(message::Snippets{}));
    if (!compiled) return;
    for (const message::PropertyUse& use : compiled->properties()) {
      if (use.root != QLatin1String("Coupon")) continue;
      add(Severity::Block, "field_coupon", place,
          QStringLiteral("A coupon code can stand in the message's text only. Take it out here."),
          static_cast<int>(use.begin), static_cast<int>(use.end - use.begin));
      return;
    }
  }

  void judgeLinked(const QString& place, const QByteArray& source) {
    const message::Snippets snippets = m_context.snippets.value_or(message::Snippets{});
    for (const auto& problem : lintLinked(source, *m_context.linked, snippets)) {
      const QByteArray code = QByteArrayLiteral("field_") + problem.code.toLatin1();
      add(Severity::Block, code.constData(), place, problem.text, static_cast<int>(problem.begin),
          static_cast<int>(problem.end - problem.begin));
    }
  }

  void judgeText() {
    if (!takesText(m_campaign, m_copy)) return;
    for (const auto& problem : templateProblemsOf(m_campaign, m_copy)) {
      const QByteArray code = QByteArrayLiteral("message_") + problem.code.toLatin1();
      const bool blocks = problem.severity == message::MessageProblem::Severity::Error;
      add(blocks ? Severity::Block : Severity::Warn, code.constData(), QStringLiteral("message"), problem.text,
          static_cast<int>(problem.begin), static_cast<int>(problem.end - problem.begin));
    }
  }

  const Campaign& m_campaign;
  int m_copy;
  const CheckContext& m_context;
  std::vector<Issue>& m_issues;
  ProviderFields m_fields;
};

}  // namespace

QString missingTemplateId(bool isDemanded, qint64 people) {
  const QString who = people == 1 ? QStringLiteral("1 person") : QStringLiteral("%L1 people").arg(people);
  if (isDemanded) {
    const QString words =
        QStringLiteral("The provider sends approved texts only, and wants the template's ID. Enter it.");
    return people < 0 ? words : words + QStringLiteral(" It is for %1.").arg(who);
  }
  if (people < 0) return QStringLiteral("Operators in India refuse texts without a template ID. Enter it.");
  return QStringLiteral(
             "Operators in India refuse texts without a template ID, and %1 there would be texted. Enter it.")
      .arg(who);
}

QString fieldsPlace(const QString& field, int copy) {
  return copy == 0 ? field : QStringLiteral("%1:%2").arg(field).arg(copy);
}

std::vector<Issue> fieldsIssues(const Campaign& campaign, const CheckContext& context) {
  std::vector<Issue> issues;
  if (!campaign.asked) return issues;
  for (int copy = 0; copy < copyCount(campaign.variants); ++copy) {
    FieldsJudge(campaign, copy, context, issues).judge();
  }
  return issues;
}

}  // namespace heliograph::campaign
