// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/composer/save_banner.h"

#include <QLocale>
#include <QVBoxLayout>

#include "ui/widgets/banner.h"
#include "ui/widgets/button.h"

namespace heliograph::ui {

QString changedElsewhereWords(const QDateTime& at) {
  if (!at.isValid()) return SaveBanner::tr("Changed in another window.");
  return SaveBanner::tr("Changed in another window at %1.")
      .arg(QLocale().toString(at.toLocalTime(), QStringLiteral("HH:mm")));
}

SaveBanner::SaveBanner(CampaignAutosave& autosave, QWidget* parent)
    : QWidget(parent),
      m_autosave(autosave),
      m_banner(new Banner(Tone::Problem)),
      m_retry(new Button(tr("Try again"))),
      m_compare(new Button(tr("Compare"))),
      m_takeTheirs(new Button(tr("Take theirs"))),
      m_keepMine(new Button(tr("Keep mine"))),
      m_close(new Button(tr("Close"), ButtonRole::Quiet)) {
  setObjectName(QStringLiteral("composer.saveBanner"));
  m_banner->setObjectName(QStringLiteral("composer.banner"));
  m_compare->setObjectName(QStringLiteral("banner.compare"));
  m_takeTheirs->setObjectName(QStringLiteral("banner.takeTheirs"));
  m_keepMine->setObjectName(QStringLiteral("banner.keepMine"));
  m_close->setObjectName(QStringLiteral("banner.close"));
  m_takeTheirs->setToolTip(tr("Shows the other window's version. Yours stays in the history."));
  m_keepMine->setToolTip(tr("Goes on with what you see. The other version stays in the history."));
  auto* column = new QVBoxLayout(this);
  column->setContentsMargins({});
  column->addWidget(m_banner);
  for (Button* button : {m_retry, m_compare, m_takeTheirs, m_keepMine, m_close}) {
    button->setSmall(true);
    m_banner->addWidget(button);
  }
  connect(m_retry, &Button::clicked, &m_autosave, &CampaignAutosave::saveNow);
  connect(m_compare, &Button::clicked, this, &SaveBanner::compareRequested);
  connect(m_takeTheirs, &Button::clicked, &m_autosave, &CampaignAutosave::takeTheirs);
  connect(m_keepMine, &Button::clicked, &m_autosave, &CampaignAutosave::keepMine);
  connect(m_close, &Button::clicked, this, [this] {
    m_said = {};
    refresh();
  });
  connect(&m_autosave, &CampaignAutosave::stateChanged, this, &SaveBanner::refresh);
  refresh();
}

void SaveBanner::refresh() {
  const SaveState state = m_autosave.state();
  const bool conflict = state == SaveState::Conflict;
  const bool lost = state == SaveState::Failed || state == SaveState::Gone;
  m_retry->setVisible(state == SaveState::Failed);
  for (Button* button : {m_compare, m_takeTheirs, m_keepMine}) button->setVisible(conflict);
  m_close->setVisible(!conflict && !lost && !m_said.text.isEmpty());
  if (lost) {
    display(Tone::Problem, Icon::Warning, m_autosave.problem());
  } else if (conflict) {
    display(Tone::Attention, Icon::Warning,
            changedElsewhereWords(m_autosave.theirsAt()) + QLatin1Char(' ') + tr("Both versions are kept."));
  } else if (!m_said.text.isEmpty()) {
    display(m_said.tone, m_said.tone == Tone::Problem ? Icon::Warning : Icon::Info, m_said.text);
  }
  setVisible(lost || conflict || !m_said.text.isEmpty());
}

void SaveBanner::display(Tone tone, Icon icon, const QString& text) {
  m_banner->setTone(tone);
  m_banner->setMessage(icon, text.toHtmlEscaped());
}

void SaveBanner::showProblem(const QString& text) {
  m_said = {text, Tone::Problem};
  refresh();
}

void SaveBanner::showNote(const QString& text) {
  if (m_said.tone == Tone::Problem && !m_said.text.isEmpty()) return;
  m_said = {text, Tone::Accent};
  refresh();
}

void SaveBanner::takeBack(const QString& text) {
  if (m_said.text != text) return;
  m_said = {};
  refresh();
}

}  // namespace heliograph::ui
