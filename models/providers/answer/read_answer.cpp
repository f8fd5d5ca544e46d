// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "providers/answer/read_answer.h"

#include "providers/answer/rule_engine.h"

namespace heliograph::providers {
namespace {

constexpr qsizetype longestId = 200;  // of what a provider names a message or an error by
constexpr qsizetype mostIds = 100;    // of one message: no text has as many parts
constexpr qsizetype longestRaw = 2000;

}  // namespace

ReadAnswer::ReadAnswer(const AnswerSpec& spec, const net::HttpAnswer& answer) : m_spec(spec), m_answer(answer) {
  auto parsed = parseAnswer(answer.body, spec.format);
  if (parsed && !spec.lines.empty()) parsed = readLines(*parsed, spec.lines);
  m_readable = parsed.has_value();
  if (parsed) m_root = std::move(*parsed);
  m_then = applyRules(spec, m_root, answer);
}

ReadAnswer::ReadAnswer(const AnswerSpec& spec, const net::HttpAnswer& answer, const AnswerNode& part)
    : m_spec(spec), m_answer(answer), m_root(part), m_readable(true), m_isPart(true) {
  m_then = applyRules(spec, m_root, answer);
}

QStringList ReadAnswer::ids() const {
  QStringList ids;
  for (const QString& each : m_spec.id.all(m_root, m_answer)) {
    const QString id = each.left(longestId);
    if (!id.isEmpty() && !ids.contains(id) && ids.size() < mostIds) ids.append(id);
  }
  return ids;
}

QString ReadAnswer::code() const {
  return first(m_spec.code).simplified().left(longestId);
}

QString ReadAnswer::words() const {
  const QString words = first(m_spec.words);
  // The whole answer to a batch speaks of other people too.
  if (!words.isEmpty() || m_isPart || m_then.outcome == RuleOutcome::Accepted) return words;
  const QByteArray start = m_answer.body.left(longestRaw).trimmed();
  return start.startsWith('<') && m_spec.format != AnswerFormat::Xml ? QString() : QString::fromUtf8(start);
}

}  // namespace heliograph::providers
