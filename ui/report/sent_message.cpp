// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/report/sent_message.h"

#include <QLocale>
#include <QVBoxLayout>

#include "campaign/campaign_repository.h"
#include "providers/routes/route_resolver.h"
#include "ui/widgets/card.h"
#include "ui/widgets/fact_row.h"
#include "ui/widgets/label.h"

namespace heliograph::ui {

namespace {

/// The message, or each copy under its name.
QString sentTexts(const campaign::Campaign& campaign) {
  const campaign::Variants& variants = campaign.variants;
  if (campaign::copyCount(variants) < 2) return QString::fromUtf8(campaign.message);
  QStringList texts;
  for (int copy = 0; copy < campaign::copyCount(variants); ++copy) {
    const QByteArray& source =
        copy == 0 ? campaign.message : variants.others[static_cast<std::size_t>(copy) - 1].message;
    texts << SentMessage::tr("%1: %2").arg(campaign::copyName(variants, copy), QString::fromUtf8(source));
  }
  return texts.join(QStringLiteral("\n\n"));
}

}  // namespace

SentMessage::SentMessage(Services& services, QWidget* parent)
    : QWidget(parent),
      m_services(services),
      m_fold(new Fold(tr("What was sent"), {})),
      m_message(new Label({}, TypeRole::Body)),
      m_audience(new FactRow(tr("To"), {})),
      m_route(new FactRow(tr("Through"), {})),
      m_approved(new FactRow(tr("Approved for"), {})) {
  m_fold->setObjectName(QStringLiteral("report.sent"));
  m_message->setObjectName(QStringLiteral("report.sentText"));
  m_message->setAccessibleName(tr("The message that was sent"));
  m_message->setTextFormat(Qt::PlainText);
  m_message->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
  m_message->setWordWrap(true);
  auto* card = new Card;
  card->body()->addWidget(m_message);
  m_fold->body()->addWidget(card);
  for (FactRow* row : {m_audience, m_route, m_approved}) m_fold->body()->addWidget(row);
  auto* column = new QVBoxLayout(this);
  column->setContentsMargins({});
  column->addWidget(m_fold);
  hide();
}

void SentMessage::show(VersionId version, const QString& audience) {
  if (version == m_version || !version.isValid()) return;
  m_version = version;
  m_services.background
      .run([&campaigns = m_services.campaigns, &routes = m_services.routes, version] {
        Found found{campaigns.version(version), {}};
        if (found.version) found.route = routes.routeName(found.version->campaign.route).value_or(QString());
        return found;
      })
      .then(this, [this, audience](const Found& found) { fill(found, audience); });
}

void SentMessage::fill(const Found& found, const QString& audience) {
  if (!found.version) return;
  const campaign::FrozenCampaign& frozen = *found.version;
  const QString at = QLocale().toString(frozen.publishedAt.toLocalTime(), QStringLiteral("ddd d MMM yyyy HH:mm"));
  m_fold->setSummary(tr("Version %1, published %2").arg(frozen.campaign.revision).arg(at));
  m_message->setText(sentTexts(frozen.campaign));
  m_audience->setFact(tr("To"), audience);
  m_route->setFact(tr("Through"), found.route.isEmpty() ? tr("a provider that was removed") : found.route);
  m_approved->setFact(tr("Approved for"), tr("%1 people").arg(QLocale().toString(frozen.approvedReach)));
  setVisible(true);
}

}  // namespace heliograph::ui
