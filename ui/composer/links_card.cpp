// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/composer/links_card.h"

#include <QHBoxLayout>
#include <QLocale>
#include <QVBoxLayout>
#include <algorithm>
#include <utility>

#include "campaign/link_checks.h"
#include "ui/campaign_document.h"
#include "ui/composer/link_parameters.h"
#include "ui/composer/link_row.h"
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
  QString obstacle;
  if (!campaign::plainLinks(m_document.campaign()).contains(link.written)) {
    obstacle = tr("This link is another one for each person, so it can't be shortened");
  } else if (rules.shortened.size() >= message::LinkRules::mostShortened) {
    obstacle = tr("At most %1 links of a message are shortened").arg(message::LinkRules::mostShortened);
  }
  row.setLink(link);
  row.setShortening(on || !rules.shortener.isEmpty(), on, obstacle);
  noteFinding(row);
}

void LinksCard::noteFinding(LinkRow& row) const {
  const auto found = m_findings.constFind(row.written());
  if (found != m_findings.constEnd()) {
    const QString at = QLocale().toString(found->at.toLocalTime().time(), QStringLiteral("HH:mm"));
    return row.setNote(tr("%1 Checked %2.").arg(found->text, at), found->isFine ? Tone::Fine : Tone::Attention);
  }
  const auto fault = campaign::linkFault(row.written());
  row.setNote(fault ? fault->text : QString(), Tone::Attention);
}

void LinksCard::shorten(const QString& link, bool on) {
  message::TextRules rules = m_document.campaign().textRules;
  rules.links.shortened.removeAll(link);
  if (on) rules.links.shortened << link;
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
