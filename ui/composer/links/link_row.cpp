// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/composer/links/link_row.h"

#include <QCheckBox>
#include <QHBoxLayout>
#include <QLocale>
#include <QVBoxLayout>

#include "ui/theme/tokens.h"
#include "ui/widgets/elided_label.h"
#include "ui/widgets/label.h"

namespace heliograph::ui {

LinkRow::LinkRow(const QString& written, QWidget* parent)
    : QWidget(parent),
      m_written(written),
      m_link(new ElidedLabel(written)),
      m_length(new Label({}, TypeRole::Hint, Ink::Text2)),
      m_shorten(new QCheckBox(tr("Shorten"))),
      m_note(new Label({}, TypeRole::Hint)) {
  setObjectName(QStringLiteral("links.row"));
  m_link->setElideMode(Qt::ElideMiddle);
  m_length->setObjectName(QStringLiteral("links.length"));
  m_shorten->setObjectName(QStringLiteral("links.shorten"));
  m_shorten->setAccessibleName(tr("Shorten %1").arg(written));
  m_shorten->hide();
  m_note->setObjectName(QStringLiteral("links.note"));
  m_note->setWordWrap(true);
  m_note->hide();
  connect(m_shorten, &QCheckBox::clicked, this, [this](bool on) { Q_EMIT shortenToggled(m_written, on); });
  auto* line = new QHBoxLayout;
  line->setSpacing(size::Medium);
  line->addWidget(m_link, 1);
  line->addWidget(m_length);
  line->addWidget(m_shorten);
  auto* column = new QVBoxLayout(this);
  column->setContentsMargins({});
  column->setSpacing(size::Tiny);
  column->addLayout(line);
  column->addWidget(m_note);
}

void LinkRow::setLink(const message::FinishedLink& link, bool isCounted) {
  const QString length = QLocale().toString(link.finished.size());
  const bool same = link.finished == link.written;
  m_length->setToolTip(isCounted ? tr("Counted like this until the short link is made") : QString());
  const QString words = isCounted ? tr("%1 → ~%2 characters") : tr("%1 → %2 characters");
  m_length->setText(same ? tr("%1 characters").arg(length)
                         : words.arg(QLocale().toString(link.written.size()), length));
}

void LinkRow::setShortening(bool offered, bool on, const QString& obstacle) {
  m_shorten->setVisible(offered);
  m_shorten->setChecked(on);
  m_shorten->setEnabled(on || obstacle.isEmpty());
  m_shorten->setToolTip(obstacle);
}

void LinkRow::setNote(const QString& text, Tone tone) {
  const Ink ink = tone == Tone::Fine      ? Ink::Fine
                  : tone == Tone::Problem ? Ink::Problem
                  : tone == Tone::Neutral ? Ink::Text2
                                          : Ink::Attention;
  m_note->setInk(ink);
  m_note->setText(text);
  m_note->setVisible(!text.isEmpty());
}

}  // namespace heliograph::ui
