// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/who/rules/window_parts.h"

#include <QCoreApplication>
#include <QDate>

#include "ui/who/rules/rule_sentence.h"
#include "ui/who/values_field.h"
#include "ui/widgets/label.h"

namespace heliograph::ui {

using SpanOfTime = audience::TimeWindow;

namespace {

constexpr int kUsualCount = 30;

bool isCounted(SpanOfTime::Kind kind) {
  return kind == SpanOfTime::Kind::InLast || kind == SpanOfTime::Kind::ExactlyAgo;
}

bool asksFrom(SpanOfTime::Kind kind) {
  return kind == SpanOfTime::Kind::Between || kind == SpanOfTime::Kind::After || kind == SpanOfTime::Kind::On;
}

bool asksUntil(SpanOfTime::Kind kind) {
  return kind == SpanOfTime::Kind::Between || kind == SpanOfTime::Kind::Before;
}

}  // namespace

QStringList timeUnitWords() {
  const auto words = [](const char* text) { return QCoreApplication::translate("heliograph::ui::WindowParts", text); };
  return {words("minutes"), words("hours"), words("days"), words("weeks"), words("months"), words("years")};
}

bool isDayText(const QString& text) {
  return QDate::fromString(text.left(10), Qt::ISODate).isValid();
}

WindowParts::WindowParts(RuleSentence& sentence, QWidget* before)
    : QObject(&sentence),
      m_kind(sentence.addCombo(SentenceCombo::Look::Words, "rule.window", tr("Time"), before)),
      m_count(sentence.addValues("rule.windowCount", tr("How many"), before)),
      m_unit(sentence.addCombo(SentenceCombo::Look::Pill, "rule.windowUnit", tr("Unit of time"), before)),
      m_ago(sentence.addWords(tr("ago"), before)),
      m_from(sentence.addValues("rule.windowFrom", tr("Day"), before)),
      m_and(sentence.addWords(tr("and"), before)),
      m_until(sentence.addValues("rule.windowUntil", tr("Last day"), before)) {
  m_kind->addItems({tr("ever"), tr("today"), tr("in the last …"), tr("this month"), tr("in the month before"),
                    tr("between …"), tr("before …"), tr("after …"), tr("on …"), tr("exactly … ago")});
  m_unit->addItems(timeUnitWords());
  m_count->setPlaceholderText(QString::number(kUsualCount));
  for (ValuesField* day : {m_from, m_until}) day->setDay(true);
  connect(m_kind, &QComboBox::activated, this, [this] {
    if (isCounted(static_cast<SpanOfTime::Kind>(m_kind->currentIndex())) && m_count->values().isEmpty()) {
      m_count->setValues({QString::number(kUsualCount)});
    }
    read();
    fit();
    Q_EMIT edited();
  });
  const auto changed = [this] {
    read();
    Q_EMIT edited();
  };
  connect(m_unit, &QComboBox::activated, this, changed);
  for (ValuesField* field : {m_count, m_from, m_until}) connect(field, &ValuesField::edited, this, changed);
  set({});
}

void WindowParts::set(const SpanOfTime& window) {
  m_window = window;
  m_kind->setCurrentIndex(static_cast<int>(window.kind));
  m_unit->setCurrentIndex(static_cast<int>(window.unit));
  if (window.count > 0) m_count->setValues({QString::number(window.count)});
  m_from->setValues(window.from.isEmpty() ? QStringList() : QStringList(window.from));
  m_until->setValues(window.until.isEmpty() ? QStringList() : QStringList(window.until));
  fit();
}

void WindowParts::read() {
  SpanOfTime window;
  window.kind = static_cast<SpanOfTime::Kind>(m_kind->currentIndex());
  if (isCounted(window.kind)) {
    window.count = m_count->values().value(0).toInt();
    window.unit = static_cast<audience::TimeUnit>(m_unit->currentIndex());
  }
  if (asksFrom(window.kind)) window.from = m_from->values().value(0);
  if (asksUntil(window.kind)) window.until = m_until->values().value(0);
  m_window = window;
}

bool WindowParts::isComplete() const {
  if (isCounted(m_window.kind) && m_window.count < (m_window.kind == SpanOfTime::Kind::InLast ? 1 : 0)) return false;
  if (asksFrom(m_window.kind) && !isDayText(m_window.from)) return false;
  return !asksUntil(m_window.kind) || isDayText(m_window.until);
}

void WindowParts::setVisible(bool visible) {
  m_visible = visible;
  fit();
}

void WindowParts::fit() {
  const SpanOfTime::Kind kind = m_window.kind;
  m_kind->setVisible(m_visible);
  m_count->setVisible(m_visible && isCounted(kind));
  m_unit->setVisible(m_visible && isCounted(kind));
  m_ago->setVisible(m_visible && kind == SpanOfTime::Kind::ExactlyAgo);
  m_from->setVisible(m_visible && asksFrom(kind));
  m_and->setVisible(m_visible && kind == SpanOfTime::Kind::Between);
  m_until->setVisible(m_visible && asksUntil(kind));
}

void WindowParts::remove() {
  for (QWidget* part : std::initializer_list<QWidget*>{m_kind, m_count, m_unit, m_ago, m_from, m_and, m_until}) {
    part->hide();
    part->deleteLater();
  }
  deleteLater();
}

}  // namespace heliograph::ui
