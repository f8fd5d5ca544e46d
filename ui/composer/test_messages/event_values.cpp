// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/composer/test_messages/event_values.h"

#include <QAbstractButton>
#include <QComboBox>
#include <QCompleter>
#include <QFormLayout>
#include <QLineEdit>
#include <QLocale>
#include <QSignalBlocker>
#include <QVBoxLayout>

#include "audience/property_label.h"
#include "ui/theme/tokens.h"
#include "ui/widgets/label.h"
#include "ui/widgets/segmented_choice.h"

namespace heliograph::ui {

namespace {

using delivery::TestEvent;

constexpr int kDefaultValues = static_cast<int>(TestEvent::Values::Defaults);
constexpr int kSampleValues = static_cast<int>(TestEvent::Values::Sample);

QString day(const QDateTime& at) {
  return QLocale().toString(at.toLocalTime().date(), QStringLiteral("d MMM yyyy"));
}

bool hasSamples(const delivery::TestEventForm& form) {
  return form.from.isValid() && !form.outlived;
}

}  // namespace

EventValues::EventValues(QWidget* parent)
    : QWidget(parent),
      m_title(new Label({}, TypeRole::Label)),
      m_choice(new SegmentedChoice),
      m_rows(new QFormLayout),
      m_note(new Label({}, TypeRole::Hint, Ink::Text3)) {
  setObjectName(QStringLiteral("test.event"));
  m_choice->setObjectName(QStringLiteral("test.eventChoice"));
  m_choice->setAccessibleName(tr("Event values"));
  m_choice->addChoice(kDefaultValues, tr("Defaults"), tr("The message's fallbacks, or what you type"));
  m_choice->addChoice(kSampleValues, tr("Sample"), tr("What these events have most often, or what you type"));
  m_choice->setCurrent(kDefaultValues);
  m_note->setObjectName(QStringLiteral("test.eventNote"));
  m_note->setWordWrap(true);
  m_note->setTextFormat(Qt::PlainText);
  m_title->setTextFormat(Qt::PlainText);
  m_rows->setContentsMargins({});
  m_rows->setVerticalSpacing(size::Small);
  m_rows->setHorizontalSpacing(size::Medium);
  m_rows->setFieldGrowthPolicy(QFormLayout::AllNonFixedFieldsGrow);
  auto* column = new QVBoxLayout(this);
  column->setContentsMargins({});
  column->setSpacing(size::Small);
  column->addWidget(m_title);
  column->addWidget(m_choice, 0, Qt::AlignLeft);
  column->addLayout(m_rows);
  column->addWidget(m_note);
  connect(m_choice, &SegmentedChoice::chosen, this, [this] {
    showValues();
    Q_EMIT changed();
  });
  hide();
}

void EventValues::setForm(const delivery::TestEventForm& form) {
  if (form == m_form) return;
  m_form = form;
  while (m_rows->rowCount() > 0) m_rows->removeRow(0);
  m_fields.clear();
  m_title->setText(tr("Event values of %1").arg(form.event));
  const auto choices = m_choice->findChildren<QAbstractButton*>();
  QWidget* before = choices.isEmpty() ? nullptr : choices.last();
  for (const delivery::TestEventProperty& property : form.properties) {
    auto* field = new QComboBox;
    field->setEditable(true);
    field->setInsertPolicy(QComboBox::NoInsert);
    field->setObjectName(QStringLiteral("test.eventValue%1").arg(m_fields.size()));
    field->setAccessibleName(property.name);
    field->setEnabled(!form.outlived);
    field->completer()->setCompletionMode(QCompleter::PopupCompletion);
    m_rows->addRow(audience::propertyLabel(property.name), field);
    if (before != nullptr) setTabOrder(before, field);
    before = field;
    connect(field, &QComboBox::currentTextChanged, this, &EventValues::changed);
    m_fields.push_back(field);
  }
  const QString reason = form.outlived ? tr("Fallbacks are used for everybody") : tr("There is no such event yet");
  if (!hasSamples(form)) {
    m_choice->setBlockedBecause(kSampleValues, reason);
    m_choice->setCurrent(kDefaultValues);
  }
  showValues();
  setVisible(!form.event.isEmpty());
  Q_EMIT changed();
}

void EventValues::showValues() {
  const bool sample = m_choice->current() == kSampleValues;
  for (std::size_t i = 0; i < m_fields.size(); ++i) {
    const delivery::TestEventProperty& property = m_form.properties[i];
    const QSignalBlocker quiet(m_fields[i]);
    m_fields[i]->clear();
    m_fields[i]->addItems(sample ? property.samples : QStringList());
    m_fields[i]->setCurrentIndex(sample && !property.samples.isEmpty() ? 0 : -1);
    if (!sample) m_fields[i]->setEditText({});
    m_fields[i]->lineEdit()->setPlaceholderText(
        property.fallback.isEmpty() ? tr("Nothing") : tr("Fallback: %1").arg(property.fallback));
  }
  showNote();
}

void EventValues::showNote() {
  if (m_form.outlived) {
    return m_note->setText(
        tr("The message leaves more than 24 hours after its event, so that fallbacks are used for everybody."));
  }
  if (m_choice->current() != kSampleValues) {
    return m_note->setText(tr("For this test only, the same for everybody. What is left empty gets its fallback."));
  }
  m_note->setText(
      m_form.isRecent
          ? tr("The most frequent values of the last 5 days first. The same for everybody.")
          : tr("The most frequent values of the 5 days up to the latest one, %1, first, as nothing is newer. "
               "The same for everybody.")
                .arg(day(m_form.until)));
}

TestEvent EventValues::event() const {
  TestEvent event;
  if (m_form.event.isEmpty() || m_form.outlived) return event;
  event.values = static_cast<TestEvent::Values>(m_choice->current());
  for (std::size_t i = 0; i < m_fields.size(); ++i) {
    event.typed[m_form.properties[i].name] = m_fields[i]->currentText();
  }
  return event;
}

}  // namespace heliograph::ui
