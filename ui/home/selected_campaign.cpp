// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/home/selected_campaign.h"

#include <QHBoxLayout>
#include <QMenu>
#include <QVBoxLayout>

#include "campaign/campaign_repository.h"
#include "ui/preview/phone_preview.h"
#include "ui/theme/tokens.h"
#include "ui/widgets/button.h"
#include "ui/widgets/icon_button.h"

namespace heliograph::ui {

using campaign::Standing;

SelectedCampaign::SelectedCampaign(Services& services, QWidget* parent)
    : Surface(Qt::LeftEdge, parent),
      m_services(services),
      m_content(new QWidget),
      m_phone(new PhonePreview(services)),
      m_open(new Button({}, ButtonRole::Primary)),
      m_clone(new Button(tr("Clone"), ButtonRole::Plain, Icon::Copy)),
      m_menu(new QMenu(this)) {
  setFixedWidth(size::SidePane);
  m_open->setObjectName(QStringLiteral("home.open"));
  m_clone->setObjectName(QStringLiteral("home.clone"));
  makeMenu();
  arrange();
  connect(m_open, &Button::clicked, this, &SelectedCampaign::openRequested);
  connect(m_clone, &Button::clicked, this, [this] { Q_EMIT cloneRequested(m_campaign->id); });
}

void SelectedCampaign::makeMenu() {
  m_openAction = m_menu->addAction(QString());
  auto* clone = m_menu->addAction(makeIcon(Icon::Copy), tr("Clone"));
  m_menu->addSeparator();
  m_archive = m_menu->addAction(makeIcon(Icon::Archive), tr("Archive"));
  m_remove = m_menu->addAction(makeIcon(Icon::Trash), tr("Delete the draft"));
  connect(m_openAction, &QAction::triggered, this, &SelectedCampaign::openRequested);
  connect(clone, &QAction::triggered, this, [this] { Q_EMIT cloneRequested(m_campaign->id); });
  connect(m_archive, &QAction::triggered, this, [this] { Q_EMIT archiveRequested(m_campaign->id); });
  connect(m_remove, &QAction::triggered, this, [this] { Q_EMIT removeRequested(m_campaign->id); });
}

void SelectedCampaign::arrange() {
  auto* more = new IconButton(Icon::Dots, tr("More"));
  more->setObjectName(QStringLiteral("home.more"));
  more->setMenu(m_menu);
  more->setPopupMode(QToolButton::InstantPopup);
  auto* buttons = new QHBoxLayout;
  buttons->setSpacing(size::Small);
  buttons->addWidget(m_open);
  buttons->addWidget(m_clone);
  buttons->addWidget(more);
  buttons->addStretch();
  auto* inside = new QVBoxLayout(m_content);
  inside->setContentsMargins({});
  inside->setSpacing(size::Medium);
  inside->addWidget(m_phone, 1);
  inside->addLayout(buttons);
  auto* column = new QVBoxLayout(this);
  column->setContentsMargins(20, size::Large, 20, size::Large);
  column->addWidget(m_content);
}

void SelectedCampaign::show(const std::optional<campaign::CampaignSummary>& campaign) {
  const bool another = campaign.has_value() != m_campaign.has_value() ||
                       (campaign && (campaign->id != m_campaign->id || campaign->revision != m_campaign->revision));
  m_campaign = campaign;
  m_content->setVisible(campaign.has_value());
  if (!campaign) return;
  const bool draft = campaign->standing == Standing::Draft;
  const QString open = draft ? tr("Continue") : tr("Report");
  const Icon icon = draft ? Icon::Edit : Icon::Reports;
  m_open->setText(open);
  m_open->setLeadingIcon(icon);
  m_openAction->setText(open);
  m_openAction->setIcon(makeIcon(icon));
  m_remove->setVisible(draft);
  m_archive->setVisible(campaign->standing == Standing::Done || campaign->standing == Standing::Stopped);
  if (another) preview();
}

void SelectedCampaign::preview() {
  const quint64 generation = ++m_generation;
  m_services.background.run([&campaigns = m_services.campaigns, id = m_campaign->id] { return campaigns.load(id); })
      .then(this, [this, generation](const Result<campaign::Campaign>& campaign) {
        if (generation == m_generation && campaign) m_phone->setCampaign(*campaign);
      });
}

}  // namespace heliograph::ui
