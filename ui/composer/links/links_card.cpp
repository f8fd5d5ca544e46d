// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/composer/links/links_card.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QLocale>
#include <QStringListModel>
#include <QVBoxLayout>
#include <algorithm>
#include <utility>

#include "campaign/link_checks.h"
#include "campaign/short_links.h"
#include "ui/campaign_document.h"
#include "ui/composer/links/link_parameters.h"
#include "ui/composer/links/link_row.h"
#include "ui/theme/tokens.h"
#include "ui/widgets/label.h"
#include "ui/widgets/link_button.h"

namespace heliograph::ui {

namespace {

/// A link that may be broken over lines behind its marks.
QString breakable(const QString& link) {
  QString broken;
  for (const QChar c : link) {
    broken += c;
    if (QStringLiteral("/?&=-_.").contains(c)) broken += QChar(0x200B);
  }
  return broken;
}

}  // namespace

LinksCard::LinksCard(Services& services, CampaignDocument& document, QWidget* parent)
    : Card(parent),
      m_services(services),
      m_document(document),
      m_check(new LinkButton(tr("Check links"))),
      m_column(new QVBoxLayout),
      m_parameters(new LinkParameters),
      m_example(new Label({}, TypeRole::Hint, Ink::Text2)) {
  setObjectName(QStringLiteral("what.links"));
  m_check->setObjectName(QStringLiteral("links.check"));
  m_check->setToolTip(tr("Asks for each link once, as a phone would"));
  m_example->setObjectName(QStringLiteral("links.example"));
  m_example->setWordWrap(true);
  m_column->setSpacing(size::Small);
  auto* title = new QHBoxLayout;
  title->addWidget(new Label(tr("Links"), TypeRole::Label));
  title->addStretch();
  title->addWidget(m_check);
  body()->setSpacing(size::Small);
  body()->addLayout(title);
  body()->addLayout(m_column);
  body()->addWidget(makeShortening());
  body()->addWidget(m_parameters);
  body()->addWidget(m_example);
  connect(m_check, &LinkButton::clicked, this, &LinksCard::checkLinks);
  connect(m_parameters, &LinkParameters::edited, this, [this](const message::LinkTagging& tagging) {
    message::TextRules rules = m_document.campaign().textRules;
    rules.links.tagging = tagging;
    m_document.setTextRules(rules);
  });
  connect(&m_document, &CampaignDocument::changed, this, &LinksCard::refresh);
  refresh();
}

QWidget* LinksCard::makeShortening() {
  m_shortening = new QWidget;
  m_shortenerNames = new QStringListModel(this);
  m_shortener = new QComboBox;
  m_shortener->setObjectName(QStringLiteral("links.shortener"));
  m_shortener->setAccessibleName(tr("Shortened by"));
  m_shortener->setModel(m_shortenerNames);
  m_setUp = new LinkButton(tr("Set up a link shortener…"));
  m_setUp->setObjectName(QStringLiteral("links.setUp"));
  auto* row = new QHBoxLayout(m_shortening);
  row->setContentsMargins({});
  row->setSpacing(size::Small);
  row->addWidget(makeFieldLabel(tr("Shortened by"), m_shortener));
  row->addWidget(m_shortener);
  row->addStretch();
  auto* whole = new QWidget;
  auto* column = new QVBoxLayout(whole);
  column->setContentsMargins({});
  column->setSpacing(size::Small);
  column->addWidget(m_shortening);
  column->addWidget(m_setUp, 0, Qt::AlignLeading);
  connect(m_shortener, &QComboBox::activated, this, &LinksCard::choose);
  connect(m_setUp, &LinkButton::clicked, this, &LinksCard::shortenersRequested);
  return whole;
}

void LinksCard::setShorteners(const std::vector<providers::Shortener>& shorteners) {
  if (shorteners == m_shorteners) return;
  m_shorteners = shorteners;
  refresh();
}

/// Which one shortens, while any link is ticked; where there is none, the way to one.
void LinksCard::showShortening() {
  const message::LinkRules& rules = m_document.campaign().textRules.links;
  QStringList names;
  for (const providers::Shortener& one : m_shorteners) names << one.name;
  const int row = static_cast<int>(names.indexOf(rules.shortener));
  if (m_shortenerNames->stringList() != names) m_shortenerNames->setStringList(names);
  m_shortener->setCurrentIndex(row);
  m_shortener->setPlaceholderText(rules.shortener.isEmpty() ? tr("Choose one")
                                                            : tr("%1 (not there any more)").arg(rules.shortener));
  m_shortening->setVisible(!rules.shortened.isEmpty());
  m_setUp->setVisible(names.isEmpty() || (!rules.shortened.isEmpty() && row < 0));
}

void LinksCard::choose(int row) {
  if (row < 0 || row >= static_cast<int>(m_shorteners.size())) return;
  message::TextRules rules = m_document.campaign().textRules;
  rules.links.shortener = m_shorteners[static_cast<std::size_t>(row)].name;
  m_document.setTextRules(rules);
}

void LinksCard::setLinks(const std::vector<message::FinishedLink>& links) {
  if (links == m_links && !m_rows.empty()) return;
  m_links = links;
  refresh();
}

void LinksCard::setProperties(const std::vector<editors::PropertyChoice>& properties) {
  m_parameters->setProperties(properties);
}

void LinksCard::focusFirst() {
  m_check->setFocus();
}

void LinksCard::refresh() {
  const message::LinkRules& rules = m_document.campaign().textRules.links;
  setVisible(!m_links.empty());
  fillRows();
  m_parameters->show(rules.tagging);
  const auto changed = std::find_if(m_links.begin(), m_links.end(),
                                    [](const message::FinishedLink& link) { return link.written != link.finished; });
  m_example->setVisible(changed != m_links.end());
  if (changed != m_links.end()) m_example->setText(tr("Sent as %1").arg(breakable(changed->finished)));
  const bool isToBeMade = std::any_of(m_links.begin(), m_links.end(), [](const message::FinishedLink& link) {
    return link.isShort && campaign::isShortLinkPlaceholder(link.finished);
  });
  if (isToBeMade) {
    m_example->setText(tr("Short links are made when the campaign is published or a test is sent. Until then s.example "
                          "stands for them, as long as those of “%1” are.")
                           .arg(rules.shortener));
  }
  showShortening();
}

void LinksCard::fillRows() {
  const bool same = std::equal(m_rows.begin(), m_rows.end(), m_links.begin(), m_links.end(),
                               [](const LinkRow* row, const auto& link) { return row->written() == link.written; });
  if (!same) {
    qDeleteAll(m_rows);
    m_rows.clear();
    for (const message::FinishedLink& link : m_links) {
      m_rows.push_back(new LinkRow(link.written));
      m_column->addWidget(m_rows.back());
      connect(m_rows.back(), &LinkRow::shortenToggled, this, &LinksCard::shorten);
    }
  }
  for (std::size_t i = 0; i < m_rows.size(); ++i) refreshRow(*m_rows[i], m_links[i]);
}

void LinksCard::refreshRow(LinkRow& row, const message::FinishedLink& link) {
  const message::LinkRules& rules = m_document.campaign().textRules.links;
  const bool on = rules.shortened.contains(link.written);
  const bool isPlain = campaign::plainLinks(m_document.campaign()).contains(link.written);
  QString obstacle;
  if (!on && !campaign::canShortenToo(m_document.campaign(), link.written)) {
    obstacle = tr("At most %1 links of a message are shortened").arg(message::LinkRules::mostShortened);
  }
  row.setLink(link, link.isShort && campaign::isShortLinkPlaceholder(link.finished));
  row.setShortening(on || (isPlain && !m_shorteners.empty()), on, obstacle);
  noteFinding(row);
}

void LinksCard::noteFinding(LinkRow& row) const {
  const auto found = m_findings.constFind(row.written());
  if (found != m_findings.constEnd()) {
    const QString at = QLocale().toString(found->at.toLocalTime().time(), QStringLiteral("HH:mm"));
    return row.setNote(tr("%1 Checked %2.").arg(found->text, at), found->isFine ? Tone::Fine : Tone::Attention);
  }
  if (const auto fault = campaign::linkFault(row.written())) return row.setNote(fault->text, Tone::Attention);
  const bool isPlain = campaign::plainLinks(m_document.campaign()).contains(row.written());
  if (isPlain || m_shorteners.empty()) return row.setNote({}, Tone::Neutral);
  row.setNote(
      tr("Not shortened: only a link that stands in the message as it is can be. This one is made for each person or "
         "comes from a snippet."),
      Tone::Neutral);
}

/// The first tick chooses the default shortener; without ticks none is kept.
void LinksCard::shorten(const QString& link, bool on) {
  message::TextRules rules = m_document.campaign().textRules;
  rules.links.shortened.removeAll(link);
  if (on) rules.links.shortened << link;
  if (rules.links.shortened.isEmpty()) {
    rules.links.shortener.clear();
  } else if (rules.links.shortener.isEmpty() && !m_shorteners.empty()) {
    const auto standing = std::find_if(m_shorteners.begin(), m_shorteners.end(),
                                       [](const providers::Shortener& one) { return one.isDefault; });
    rules.links.shortener = (standing == m_shorteners.end() ? m_shorteners.front() : *standing).name;
  }
  m_document.setTextRules(rules);
}

void LinksCard::checkLinks() {
  QStringList links;
  for (const message::FinishedLink& link : m_links) {
    if (!links.contains(link.written)) links << link.written;
  }
  if (std::exchange(m_isChecking, true)) return;
  m_check->setText(tr("Checking"));
  m_check->updateGeometry();
  delivery::askForLinks(m_services.http, m_services.clock, links)
      .then(this, [this](const std::vector<delivery::LinkFinding>& findings) { showFindings(findings); });
}

void LinksCard::showFindings(const std::vector<delivery::LinkFinding>& findings) {
  m_isChecking = false;
  m_check->setText(tr("Check links"));
  m_check->updateGeometry();
  for (const delivery::LinkFinding& finding : findings) m_findings.insert(finding.link, finding);
  for (LinkRow* row : m_rows) noteFinding(*row);
}

}  // namespace heliograph::ui
