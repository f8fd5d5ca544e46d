// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/issue_row.h"

#include <QCheckBox>
#include <QEvent>
#include <QHBoxLayout>
#include <QVBoxLayout>

#include "ui/theme/tokens.h"
#include "ui/widgets/icon_mark.h"
#include "ui/widgets/label.h"
#include "ui/widgets/link_button.h"

namespace heliograph::ui {
namespace {

constexpr int kLeastText = 210;  // narrower than that a sentence is hard to read

Icon markOf(Tone tone) {
  switch (tone) {
    case Tone::Problem:
      return Icon::Problem;
    case Tone::Attention:
      return Icon::Warning;
    case Tone::Fine:
      return Icon::Check;
    case Tone::Accent:
    case Tone::Neutral:
      break;
  }
  return Icon::Info;
}

/// A text that wraps as its width asks; QLabel wants room for the narrowest wrapping, which makes pages scroll for
/// nothing.
class WrappedText final : public Label {
 public:
  using Label::Label;
  [[nodiscard]] QSize minimumSizeHint() const override {
    return {Label::minimumSizeHint().width(), fontMetrics().lineSpacing()};
  }
};

}  // namespace

IssueRow::IssueRow(Tone tone, const QString& text, QWidget* parent)
    : Card(parent),
      m_rowTone(tone),
      m_row(new QHBoxLayout),
      m_words(new QBoxLayout(QBoxLayout::LeftToRight)),
      m_links(new QHBoxLayout),
      m_mark(new IconMark(markOf(tone), tone)),
      m_text(new WrappedText(text)),
      m_html(text) {
  if (tone == Tone::Problem) setTone(tone);
  setPadding(size::Medium - 1);
  body()->addLayout(m_row);
  m_row->setSpacing(size::Medium);
  m_row->addWidget(m_mark, 0, Qt::AlignTop);
  m_text->setWordWrap(true);
  m_text->setTextFormat(Qt::RichText);
  m_text->setContentsMargins(0, 1, 0, 1);
  m_words->setSpacing(size::Medium);
  m_words->addWidget(m_text, 1);
  m_links->setSpacing(size::Medium);
  m_words->addLayout(m_links);
  m_row->addLayout(m_words, 1);
  setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Minimum);
}

void IssueRow::setText(const QString& text) {
  m_html = text;
  showText();
}

LinkButton* IssueRow::addAction(const QString& text) {
  auto* link = new LinkButton(text, m_hasAction ? LinkButton::Weight::Quiet : LinkButton::Weight::Strong);
  link->setOnProblem(m_rowTone == Tone::Problem);
  m_hasAction = true;
  m_links->addWidget(link, 0, Qt::AlignTop);
  return link;
}

void IssueRow::resizeEvent(QResizeEvent* event) {
  Card::resizeEvent(event);
  const int room = m_words->geometry().width();
  const bool narrow = room > 0 && m_hasAction && room - m_links->sizeHint().width() < kLeastText;
  const auto direction = narrow ? QBoxLayout::TopToBottom : QBoxLayout::LeftToRight;
  if (direction == m_words->direction()) return;
  m_words->setDirection(direction);
  m_words->setSpacing(narrow ? size::Tiny : size::Medium);
  m_words->setAlignment(m_links, narrow ? Qt::AlignLeading : Qt::Alignment());
}

void IssueRow::setAcknowledgeable(bool acknowledged) {
  if (m_box == nullptr) {
    m_box = new QCheckBox;
    m_box->setAccessibleName(tr("Seen and fine"));
    m_box->setToolTip(tr("Seen and fine"));
    m_row->replaceWidget(m_mark, m_box);
    m_row->setAlignment(m_box, Qt::AlignTop);
    m_box->setFixedHeight(m_text->fontMetrics().height() + 2);
    // The words stay in line with those of rows that have a mark.
    m_row->setSpacing(size::Medium - (m_box->sizeHint().width() - size::Icon));
    m_mark->hide();
    connect(m_box, &QCheckBox::clicked, this, &IssueRow::acknowledged);
  }
  m_box->setChecked(acknowledged);
  showText();
}

void IssueRow::showText() {
  if (m_box == nullptr) return m_text->setText(m_html);
  m_text->setText(QStringLiteral("%1 <span style=\"color:%2\">%3</span>")
                      .arg(m_html, Tokens::of(this).text3.name(), tr("Seen and fine").toHtmlEscaped()));
}

void IssueRow::changeEvent(QEvent* event) {
  if (event->type() == QEvent::PaletteChange) showText();
  Card::changeEvent(event);
}

}  // namespace heliograph::ui
