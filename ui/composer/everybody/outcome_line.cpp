// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/composer/everybody/outcome_line.h"

#include <QCoreApplication>
#include <QEvent>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLocale>
#include <QMenu>
#include <QStringList>

#include "campaign/campaign_repository.h"
#include "items/relative_time.h"
#include "ui/composer/everybody/outcome_people.h"
#include "ui/composer/everybody/outcome_watch.h"
#include "ui/composer/words/outcome_words.h"
#include "ui/theme/tokens.h"
#include "ui/widgets/icon_button.h"
#include "ui/widgets/label.h"

namespace heliograph::ui {

namespace {

/// More are found in the history itself.
constexpr std::size_t kMostVersions = 12;

QString linkOf(OutcomePart part) {
  switch (part) {
    case OutcomePart::Changed:
      return QStringLiteral("changed");
    case OutcomePart::Joined:
      return QStringLiteral("joined");
    case OutcomePart::Left:
      return QStringLiteral("left");
    case OutcomePart::Plain:
      break;
  }
  return {};
}

QString html(const OutcomePhrase& phrase, const QColor& link) {
  const QString text = phrase.text.toHtmlEscaped();
  if (phrase.part == OutcomePart::Plain) return text;
  return QStringLiteral("<a href=\"%1\" style=\"color:%2; text-decoration:none\">%3</a>")
      .arg(linkOf(phrase.part), link.name(), text);
}

}  // namespace

OutcomeLine::OutcomeLine(Services& services, OutcomeWatch& watch, CampaignId campaign, const QString& name,
                         QWidget* parent)
    : QWidget(parent),
      m_services(services),
      m_watch(watch),
      m_campaign(campaign),
      m_text(new Label({}, TypeRole::Hint, Ink::Text2)),
      m_choose(new IconButton(Icon::ChevronDown, tr("What to compare with"))) {
  setObjectName(name);
  m_text->setObjectName(name + QStringLiteral(".text"));
  m_text->setTextFormat(Qt::RichText);
  m_text->setWordWrap(true);
  m_text->setTextInteractionFlags(Qt::LinksAccessibleByMouse | Qt::LinksAccessibleByKeyboard);
  m_text->installEventFilter(this);
  m_choose->setObjectName(name + QStringLiteral(".choose"));
  auto* row = new QHBoxLayout(this);
  row->setContentsMargins({});
  row->setSpacing(size::Tiny);
  row->addWidget(m_text, 1);
  row->addWidget(m_choose);
  connect(&m_watch, &OutcomeWatch::changed, this, &OutcomeLine::refresh);
  connect(m_text, &Label::linkActivated, this, &OutcomeLine::openPeople);
  connect(m_choose, &IconButton::clicked, this, &OutcomeLine::loadVersions);
  refresh();
}

void OutcomeLine::refresh() {
  const auto& outcome = m_watch.outcome();
  // While nobody is chosen there is nothing to compare, unless everybody has just left.
  const bool moves = outcome && (outcome->changed.count > 0 || outcome->joined.count > 0 || outcome->left.count > 0);
  const bool isWanted = moves || m_watch.hasAudience();
  // Without a parent yet it would be a window of its own for a moment, and take the keyboard with it.
  if (parentWidget() || !isWanted) setVisible(isWanted);
  QStringList parts;
  m_firstLink.clear();
  if (outcome) {
    const QColor ink = m_watch.isCurrent() ? Tokens::of(this).accent : Tokens::of(this).text3;
    for (const OutcomePhrase& phrase : outcomePhrases(*outcome)) {
      parts << html(phrase, ink);
      if (m_firstLink.isEmpty()) m_firstLink = linkOf(phrase.part);
    }
  } else {
    parts << (!m_watch.isCurrent()   ? tr("counting")
              : m_watch.hasEarlier() ? tr("told once the message can be read")
                                     : tr("none yet"));
  }
  // Without a link there is nothing to do for the keys.
  m_text->setFocusPolicy(m_firstLink.isEmpty() ? Qt::NoFocus : Qt::StrongFocus);
  m_text->setInk(m_watch.isCurrent() ? Ink::Text2 : Ink::Text3);
  m_text->setText(tr("%1: %2").arg(m_watch.title().toHtmlEscaped(), parts.join(QStringLiteral(", "))));
  m_text->setAccessibleName(outcome ? tr("%1: %2").arg(m_watch.title(), outcomeSentence(*outcome)) : m_watch.title());
}

void OutcomeLine::openPeople(const QString& link) {
  const auto& outcome = m_watch.outcome();
  if (!outcome) return;
  for (const OutcomePhrase& phrase : outcomePhrases(*outcome)) {
    if (phrase.part == OutcomePart::Plain || linkOf(phrase.part) != link) continue;
    const auto& people = phrase.part == OutcomePart::Changed  ? outcome->changed
                         : phrase.part == OutcomePart::Joined ? outcome->joined
                                                              : outcome->left;
    auto* list = new OutcomePeopleList(m_services, phrase.text, people, this);
    connect(list, &OutcomePeopleList::personRequested, this, &OutcomeLine::personRequested);
    const QPoint corner = isRightToLeft() ? m_text->rect().bottomRight() : m_text->rect().bottomLeft();
    list->popUpAt(m_text->mapToGlobal(corner));
  }
}

void OutcomeLine::loadVersions() {
  m_services.background
      .run([&campaigns = m_services.campaigns, id = m_campaign, now = m_services.clock.now()] {
        std::vector<Version> versions;
        if (const auto published = campaigns.latestVersion(id)) {
          const QString at = items::whenWords(published->publishedAt, now);
          versions.push_back({published->campaign, tr("The published version, %1").arg(at), tr("Since publishing")});
        }
        const auto saved = campaigns.revisions(id);
        for (std::size_t i = 0; saved && i < saved->size() && i < kMostVersions; ++i) {
          const QString at = items::whenWords((*saved)[i].savedAt, now);
          versions.push_back({(*saved)[i].campaign, tr("The version of %1").arg(at), tr("Since %1").arg(at)});
        }
        return versions;
      })
      .then(this, [this](const std::vector<Version>& versions) { openMenu(versions); });
}

void OutcomeLine::openMenu(const std::vector<Version>& versions) {
  auto* menu = new QMenu(this);
  menu->setAttribute(Qt::WA_DeleteOnClose);
  menu->setObjectName(QStringLiteral("outcome.menu"));
  const auto add = [&](const QString& text, bool current, auto act) {
    QAction* action = menu->addAction(text);
    action->setCheckable(true);
    action->setChecked(current);
    connect(action, &QAction::triggered, this, act);
  };
  using Against = OutcomeWatch::Against;
  add(tr("The last edit"), m_watch.against() == Against::LastEdit, [this] { m_watch.compareWithLastEdit(); });
  add(tr("The campaign as opened"), m_watch.against() == Against::Opened, [this] { m_watch.compareWithOpened(); });
  if (!versions.empty()) menu->addSeparator();
  for (const Version& version : versions) {
    const bool current = m_watch.against() == Against::Version && m_watch.title() == version.title;
    add(version.text, current, [this, version] { m_watch.compareWithVersion(version.campaign, version.title); });
  }
  const QPoint corner = isRightToLeft() ? m_choose->rect().bottomRight() : m_choose->rect().bottomLeft();
  menu->popup(m_choose->mapToGlobal(corner));
}

bool OutcomeLine::eventFilter(QObject* watched, QEvent* event) {
  if (watched != m_text) return false;
  if (event->type() == QEvent::FocusIn) {
    // The label marks its first link, or its last, only with the next Tab.
    const auto reason = static_cast<QFocusEvent*>(event)->reason();
    const bool forward = reason == Qt::TabFocusReason;
    if (!forward && reason != Qt::BacktabFocusReason) return false;
    const auto key = forward ? Qt::Key_Tab : Qt::Key_Backtab;
    QCoreApplication::postEvent(m_text, new QKeyEvent(QEvent::KeyPress, key, Qt::NoModifier));
    return false;
  }
  if (event->type() != QEvent::KeyPress || m_text->hasSelectedText() || m_firstLink.isEmpty()) return false;
  const int key = static_cast<QKeyEvent*>(event)->key();
  if (key != Qt::Key_Return && key != Qt::Key_Enter && key != Qt::Key_Space) return false;
  openPeople(m_firstLink);
  return true;
}

void OutcomeLine::changeEvent(QEvent* event) {
  if (event->type() == QEvent::PaletteChange) refresh();
  QWidget::changeEvent(event);
}

}  // namespace heliograph::ui
