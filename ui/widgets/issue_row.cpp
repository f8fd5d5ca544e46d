// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/issue_row.h"

#include <QCheckBox>
#include <QHBoxLayout>
#include <QVBoxLayout>

#include "ui/widgets/icon_mark.h"
#include "ui/widgets/label.h"
#include "ui/widgets/link_button.h"

namespace heliograph::ui {
namespace {

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
      m_mark(new IconMark(markOf(tone), tone)),
      m_text(new WrappedText(text)) {
  if (tone == Tone::Problem) setTone(tone);
  setPadding(size::Medium - 1);
  body()->addLayout(m_row);
  m_row->setSpacing(size::Medium);
  m_row->addWidget(m_mark, 0, Qt::AlignTop);
  m_text->setWordWrap(true);
  m_text->setTextFormat(Qt::RichText);
  m_text->setContentsMargins(0, 1, 0, 1);
  m_row->addWidget(m_text, 1);
  setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Minimum);
}

void IssueRow::setText(const QString& text) {
  m_text->setText(text);
}

LinkButton* IssueRow::addAction(const QString& text) {
  auto* link = new LinkButton(text, m_hasAction ? LinkButton::Weight::Quiet : LinkButton::Weight::Strong);
  link->setOnProblem(m_rowTone == Tone::Problem);
  m_hasAction = true;
  m_row->addWidget(link, 0, Qt::AlignTop);
  return link;
}

void IssueRow::setAcknowledgeable(bool acknowledged) {
  if (m_box == nullptr) {
    m_box = new QCheckBox;
    m_box->setAccessibleName(tr("Seen and fine"));
    m_box->setToolTip(tr("Seen and fine"));
    m_row->replaceWidget(m_mark, m_box);
    m_row->setAlignment(m_box, Qt::AlignTop);
    m_box->setFixedHeight(m_text->fontMetrics().height() + 2);
    m_mark->hide();
    auto* seen = new Label(tr("Seen and fine"), TypeRole::Hint, Ink::Text3);
    seen->setContentsMargins(0, 2, 0, 0);
    m_row->insertWidget(m_row->indexOf(m_text) + 1, seen, 0, Qt::AlignTop);
    connect(m_box, &QCheckBox::clicked, this, &IssueRow::acknowledged);
  }
  m_box->setChecked(acknowledged);
}

}  // namespace heliograph::ui
