// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/composer/message/opt_out_piece.h"

#include <QHBoxLayout>
#include <QLineEdit>
#include <QLocale>
#include <QMenu>
#include <QSignalBlocker>
#include <QVBoxLayout>
#include <algorithm>

#include "message/opt_out_words.h"
#include "ui/campaign_document.h"
#include "ui/theme/tokens.h"
#include "ui/widgets/button.h"
#include "ui/widgets/label.h"
#include "ui/widgets/line_button.h"
#include "ui/widgets/segmented_choice.h"

namespace heliograph::ui {

using message::OptOutLine;

namespace {

/// The ready-made line in the language of this computer, else in English.
QString usualOptOutText() {
  const auto& examples = message::optOutExamples();
  const QString language = QLocale().name().section(QLatin1Char('_'), 0, 0);
  const auto known = std::find_if(examples.begin(), examples.end(),
                                  [&](const message::OptOutExample& one) { return one.language == language; });
  return known == examples.end() ? examples.front().text : known->text;
}

}  // namespace

OptOutPiece::OptOutPiece(CampaignDocument& document, QWidget* parent)
    : QWidget(parent), m_document(document), m_line(new LineButton) {
  m_line->setObjectName(QStringLiteral("what.optOut"));
  m_line->setCheckable(true);
  m_panel = makePanel();
  m_panel->hide();
  auto* column = new QVBoxLayout(this);
  column->setContentsMargins({});
  column->setSpacing(size::Tiny);
  column->addWidget(m_line);
  column->addWidget(m_panel);
  connect(m_line, &LineButton::toggled, this, &OptOutPiece::open);
  connect(&m_document, &CampaignDocument::changed, this, [this](const ChangeEvent& event) {
    if (event.field == CampaignField::TextRules || event.field == CampaignField::Everything) load();
  });
  load();
}

QWidget* OptOutPiece::makePanel() {
  using When = OptOutLine::When;
  m_when = new SegmentedChoice;
  m_when->setObjectName(QStringLiteral("what.optOutWhen"));
  m_when->setAccessibleName(tr("When the opt-out line is added"));
  m_when->addChoice(static_cast<int>(When::Never), tr("Never"));
  m_when->addChoice(static_cast<int>(When::FirstText), tr("First text"),
                    tr("Only in the first text that a person gets from this workspace"));
  m_when->addChoice(static_cast<int>(When::Always), tr("Always"));
  m_text = new QLineEdit;
  m_text->setObjectName(QStringLiteral("what.optOutText"));
  m_text->setAccessibleName(tr("Opt-out line"));
  m_text->setMaxLength(OptOutLine::longest);
  m_text->setMinimumHeight(size::Field);
  m_text->setPlaceholderText(tr("Such as Reply STOP to opt out"));
  m_examples = new Button(tr("Ready-made"), ButtonRole::Plain);
  m_examples->setObjectName(QStringLiteral("what.optOutExamples"));
  m_hint = new Label({}, TypeRole::Hint, Ink::Text2);
  m_hint->setObjectName(QStringLiteral("what.optOutCost"));
  m_hint->setWordWrap(true);
  connect(m_when, &SegmentedChoice::chosen, this, &OptOutPiece::choose);
  connect(m_text, &QLineEdit::textEdited, this, [this](const QString& text) {
    setLine({m_document.campaign().textRules.optOut.when, text});
  });
  connect(m_examples, &Button::clicked, this, &OptOutPiece::offerExamples);

  auto* panel = new QWidget;
  auto* column = new QVBoxLayout(panel);
  column->setContentsMargins(0, size::Tiny, 0, size::Tiny);
  column->setSpacing(size::Small);
  auto* when = new QHBoxLayout;
  when->addWidget(m_when);
  when->addStretch();
  auto* text = new QHBoxLayout;
  text->setSpacing(size::Small);
  text->addWidget(m_text, 1);
  text->addWidget(m_examples);
  column->addLayout(when);
  column->addLayout(text);
  column->addWidget(m_hint);
  return panel;
}

void OptOutPiece::open(bool open) {
  m_panel->setVisible(open);
  showLine();
}

void OptOutPiece::focus() {
  m_line->setChecked(true);
  m_when->focusCurrent();
}

void OptOutPiece::setLine(const OptOutLine& line) {
  message::TextRules rules = m_document.campaign().textRules;
  rules.optOut = line;
  m_document.setTextRules(rules);
}

void OptOutPiece::choose(int when) {
  OptOutLine line = m_document.campaign().textRules.optOut;
  line.when = static_cast<OptOutLine::When>(when);
  if (line.when != OptOutLine::When::Never && line.text.trimmed().isEmpty()) line.text = usualOptOutText();
  setLine(line);
}

void OptOutPiece::offerExamples() {
  auto* menu = new QMenu(this);
  menu->setAttribute(Qt::WA_DeleteOnClose);
  menu->setObjectName(QStringLiteral("what.optOutMenu"));
  for (const message::OptOutExample& example : message::optOutExamples()) {
    QAction* action = menu->addAction(QStringLiteral("%1: %2").arg(example.name, example.text));
    connect(action, &QAction::triggered, this, [this, text = example.text] {
      OptOutLine line{m_document.campaign().textRules.optOut.when, text};
      if (line.when == OptOutLine::When::Never) line.when = OptOutLine::When::FirstText;
      setLine(line);
    });
  }
  const QPoint corner = isRightToLeft() ? m_examples->rect().bottomRight() : m_examples->rect().bottomLeft();
  menu->popup(m_examples->mapToGlobal(corner));
}

void OptOutPiece::load() {
  const OptOutLine& line = m_document.campaign().textRules.optOut;
  m_when->setCurrent(static_cast<int>(line.when));
  if (m_text->text() != line.text) {
    const QSignalBlocker quiet(m_text);
    m_text->setText(line.text);
  }
  const bool never = line.when == OptOutLine::When::Never;
  m_text->setEnabled(!never);
  m_text->setToolTip(never ? tr("Choose first when the line is added") : QString());
  showLine();
}

void OptOutPiece::setCost(const QString& words) {
  m_cost = words;
  showLine();
}

void OptOutPiece::showLine() {
  using When = OptOutLine::When;
  const OptOutLine& line = m_document.campaign().textRules.optOut;
  const bool none = line.when == When::Never || line.text.trimmed().isEmpty();
  m_line->setText(none ? tr("No opt-out line") : line.text.trimmed());
  const QString when = line.when == When::FirstText ? tr("in a person's first text") : tr("in every text");
  m_line->setNote(none ? tr("add one") : when);
  m_line->setAccessibleName(none ? tr("No opt-out line. Add one")
                                 : tr("Opt-out line: %1, %2. Change it").arg(line.text.trimmed(), when));
  const QString first =
      line.when == When::FirstText
          ? tr("First means: nothing was sent to the person from this workspace before. Two campaigns that are sent "
               "at the same time may both have it.")
          : QString();
  m_hint->setText((QStringList{m_cost, first} << QString()).join(QLatin1Char('\n')).trimmed());
  m_hint->setVisible(!m_hint->text().isEmpty() && !none);
  updateGeometry();
}

}  // namespace heliograph::ui
