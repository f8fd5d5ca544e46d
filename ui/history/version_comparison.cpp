// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/history/version_comparison.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QScrollArea>
#include <QVBoxLayout>

#include "campaign/word_difference.h"
#include "ui/layout/clear_layout.h"
#include "ui/theme/tokens.h"
#include "ui/widgets/card.h"
#include "ui/widgets/elided_label.h"

namespace heliograph::ui {

namespace {

using campaign::TextPiece;

/// The text of one side: what both have, and of what differs the stretches of `own`, set off by line and colour.
QString sideHtml(const std::vector<TextPiece>& pieces, TextPiece::Kind own, const Tokens& tokens) {
  const bool removed = own == TextPiece::Kind::Removed;
  const QString mark = QStringLiteral("<span style=\"color:%1;background-color:%2;text-decoration:%3\">%4</span>");
  QString html;
  for (const TextPiece& piece : pieces) {
    if (piece.kind != own && piece.kind != TextPiece::Kind::Same) continue;
    const QString text = piece.text.toHtmlEscaped().replace(QLatin1Char('\n'), QStringLiteral("<br>"));
    html += piece.kind == TextPiece::Kind::Same
                ? text
                : mark.arg((removed ? tokens.problem : tokens.fine).name(),
                           (removed ? tokens.problemWeak : tokens.fineWeak).name(),
                           removed ? QStringLiteral("line-through") : QStringLiteral("underline"), text);
  }
  return QStringLiteral("<div style=\"white-space:pre-wrap\">%1</div>").arg(html);
}

QString stretches(const std::vector<TextPiece>& pieces, TextPiece::Kind kind) {
  QStringList texts;
  for (const TextPiece& piece : pieces) {
    if (piece.kind == kind && !piece.text.trimmed().isEmpty()) texts << piece.text.simplified();
  }
  return texts.join(QStringLiteral("; "));
}

Card* makeSide(const QString& html, const QString& name, const QString& description) {
  auto* text = new Label(html);
  text->setTextFormat(Qt::RichText);
  text->setWordWrap(true);
  text->setAlignment(Qt::AlignTop | Qt::AlignLeading);
  text->setTextInteractionFlags(Qt::TextSelectableByMouse);
  text->setAccessibleName(name);
  text->setAccessibleDescription(description);
  auto* card = new Card;
  card->setPadding(size::Medium);
  card->body()->addWidget(text);
  return card;
}

}  // namespace

VersionComparison::VersionComparison(QWidget* parent)
    : QWidget(parent),
      m_older(new ElidedLabel({}, TypeRole::Label)),
      m_newer(new ElidedLabel({}, TypeRole::Label)),
      m_sentence(new Label({}, TypeRole::Body, Ink::Text2)),
      m_heads(new QWidget),
      m_fields(new QVBoxLayout) {
  m_sentence->setWordWrap(true);
  m_sentence->setObjectName(QStringLiteral("history.sentence"));
  auto* heads = new QHBoxLayout(m_heads);
  heads->setContentsMargins(0, 0, 0, 0);
  heads->setSpacing(size::Medium);
  heads->addWidget(m_older, 1);
  heads->addWidget(m_newer, 1);
  auto* inside = new QWidget;
  auto* column = new QVBoxLayout(inside);
  column->setContentsMargins(size::Wide, size::Small, size::Wide, size::Large);
  column->setSpacing(size::Small);
  column->addWidget(m_heads);
  column->addWidget(m_sentence);
  column->addLayout(m_fields);
  column->addStretch();
  auto* scroll = new QScrollArea;
  scroll->setFrameShape(QFrame::NoFrame);
  scroll->setWidgetResizable(true);
  scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
  scroll->setFocusPolicy(Qt::StrongFocus);
  scroll->setAccessibleName(tr("What differs"));
  scroll->setObjectName(QStringLiteral("history.comparison"));
  scroll->setWidget(inside);
  auto* whole = new QVBoxLayout(this);
  whole->setContentsMargins({});
  whole->addWidget(scroll);
}

void VersionComparison::compare(const QString& older, const QString& newer,
                                std::vector<campaign::FieldDifference> differences) {
  m_older->setText(older);
  m_newer->setText(newer);
  m_differences = std::move(differences);
  m_heads->show();
  m_sentence->setText(tr("Both say the same."));
  m_sentence->setVisible(m_differences.empty());
  fill();
}

void VersionComparison::say(const QString& text) {
  m_differences.clear();
  m_heads->hide();
  m_sentence->setText(text);
  m_sentence->show();
  fill();
}

void VersionComparison::fill() {
  clearLayout(*m_fields);
  for (const campaign::FieldDifference& one : m_differences) m_fields->addWidget(makeField(one));
}

QWidget* VersionComparison::makeField(const campaign::FieldDifference& difference) {
  const Tokens& tokens = Tokens::of(this);
  const auto pieces = campaign::wordDifference(difference.before, difference.after);
  auto* sides = new QHBoxLayout;
  sides->setSpacing(size::Medium);
  const QString nothing = QStringLiteral("<i>%1</i>").arg(tr("empty"));
  sides->addWidget(makeSide(difference.before.isEmpty() ? nothing : sideHtml(pieces, TextPiece::Kind::Removed, tokens),
                            tr("%1, %2: %3").arg(difference.title, m_older->text(), difference.before),
                            tr("Removed: %1").arg(stretches(pieces, TextPiece::Kind::Removed))),
                   1);
  sides->addWidget(makeSide(difference.after.isEmpty() ? nothing : sideHtml(pieces, TextPiece::Kind::Added, tokens),
                            tr("%1, %2: %3").arg(difference.title, m_newer->text(), difference.after),
                            tr("Added: %1").arg(stretches(pieces, TextPiece::Kind::Added))),
                   1);
  auto* field = new QWidget;
  auto* column = new QVBoxLayout(field);
  column->setContentsMargins(0, size::Small, 0, 0);
  column->setSpacing(size::Tiny);
  column->addWidget(new Label(difference.title, TypeRole::Hint, Ink::Text3));
  column->addLayout(sides);
  return field;
}

void VersionComparison::changeEvent(QEvent* event) {
  if (event->type() == QEvent::PaletteChange) fill();
  QWidget::changeEvent(event);
}

}  // namespace heliograph::ui
