// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/who/rules/rule_sentence.h"

#include "ui/layout/flow_layout.h"
#include "ui/layout/tab_order.h"
#include "ui/theme/tokens.h"
#include "ui/who/values_field.h"
#include "ui/widgets/label.h"

namespace heliograph::ui {

namespace {
constexpr int kSentenceGap = 6;
}

RuleSentence::RuleSentence(int number, QWidget* parent)
    : QWidget(parent), m_number(number), m_line(new FlowLayout(kSentenceGap, this)) {
  QSizePolicy policy(QSizePolicy::Expanding, QSizePolicy::Minimum);
  policy.setHeightForWidth(true);
  setSizePolicy(policy);
}

void RuleSentence::put(QWidget* part, QWidget* before) {
  if (before == nullptr) {
    m_line->addWidget(part);
    return;
  }
  m_line->insertWidget(m_line->indexOf(before), part);
  tabBefore(before, {part});
  part->show();
}

Label* RuleSentence::addWords(const QString& words, QWidget* before) {
  auto* label = new Label(words, TypeRole::Body);
  label->setFixedHeight(size::SmallControl);
  put(label, before);
  return label;
}

SentenceCombo* RuleSentence::addCombo(SentenceCombo::Look look, const char* name, const QString& spoken,
                                      QWidget* before) {
  auto* combo = new SentenceCombo(look);
  add(combo, name, spoken, before);
  return combo;
}

ValuesField* RuleSentence::addValues(const char* name, const QString& spoken, QWidget* before) {
  auto* field = new ValuesField;
  field->setFitting(true);
  add(field, name, spoken, before);
  return field;
}

void RuleSentence::add(QWidget* control, const char* name, const QString& spoken, QWidget* before) {
  control->setObjectName(QString::fromLatin1(name));
  control->setAccessibleName(m_number > 0 ? tr("%1 of rule %2").arg(spoken).arg(m_number) : spoken);
  put(control, before);
}

QList<QWidget*> RuleSentence::parts() const {
  QList<QWidget*> parts;
  for (int i = 0; i < m_line->count(); ++i) parts << m_line->itemAt(i)->widget();
  return parts;
}

void RuleSentence::focusFirst() {
  for (QWidget* part : parts()) {
    if (part->isHidden() || part->focusPolicy() == Qt::NoFocus) continue;
    return part->setFocus(Qt::TabFocusReason);
  }
}

void RuleSentence::focusOpen() {
  ValuesField* first = nullptr;
  for (QWidget* part : parts()) {
    auto* field = qobject_cast<ValuesField*>(part);
    if (field == nullptr || field->isHidden()) continue;
    if (field->values().isEmpty()) return field->setFocus(Qt::TabFocusReason);
    if (first == nullptr) first = field;
  }
  first != nullptr ? first->setFocus(Qt::TabFocusReason) : focusFirst();
}

}  // namespace heliograph::ui
