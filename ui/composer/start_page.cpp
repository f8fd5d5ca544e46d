// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/composer/start_page.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QLocale>
#include <QSignalBlocker>
#include <QVBoxLayout>

#include "audience/profile_repository.h"
#include "core/background.h"
#include "core/clock.h"
#include "providers/group_repository.h"
#include "providers/provider_repository.h"
#include "ui/composer/labels_text.h"
#include "ui/theme/tokens.h"
#include "ui/widgets/card.h"
#include "ui/widgets/chip.h"
#include "ui/widgets/label.h"
#include "ui/widgets/link_button.h"
#include "ui/widgets/page_header.h"

namespace heliograph::ui {

namespace {
constexpr int kColumnWidth = 720;
constexpr int kLongestName = 200;
}  // namespace

StartPage::StartPage(Services& services, CampaignDocument& document, QWidget* parent)
    : StepPage(services, document, parent) {
  auto* column = new QWidget;
  column->setMaximumWidth(kColumnWidth);
  auto* layout = new QVBoxLayout(column);
  layout->setContentsMargins({});
  layout->setSpacing(size::Small);

  makeFields();
  layout->addWidget(new PageHeader(tr("Start"), tr("What this campaign is, and what it is sent through.")));
  layout->addSpacing(size::Small);
  layout->addWidget(makeFieldLabel(tr("Name"), m_name));
  layout->addWidget(m_name);
  layout->addSpacing(size::Small);
  layout->addWidget(makeFieldLabel(tr("Labels"), m_labels));
  layout->addWidget(m_labels);
  layout->addWidget(m_labelProblem);
  layout->addSpacing(size::Small);
  layout->addWidget(makeRoute());
  layout->addSpacing(size::Large);
  layout->addWidget(makeStrip());
  body()->addWidget(column);
  body()->addStretch();
}

void StartPage::makeFields() {
  m_name = new QLineEdit;
  m_name->setObjectName(QStringLiteral("start.name"));
  m_name->setAccessibleName(tr("Name"));
  m_name->setPlaceholderText(tr("Such as Black Friday reminder"));
  m_name->setMaxLength(kLongestName);
  m_name->setMinimumHeight(size::Field);
  m_labels = new QLineEdit;
  m_labels->setObjectName(QStringLiteral("start.labels"));
  m_labels->setAccessibleName(tr("Labels"));
  m_labels->setPlaceholderText(tr("Up to ten words to find it by, with commas between them"));
  m_labels->setMinimumHeight(size::Field);
  m_labelProblem = new Label({}, TypeRole::Hint, Ink::Problem);
  m_labelProblem->setWordWrap(true);
  m_labelProblem->hide();
  connect(m_name, &QLineEdit::textEdited, this, [this](const QString& text) { m_document.setName(text); });
  connect(m_labels, &QLineEdit::textEdited, this, [this](const QString& text) {
    const auto labels = labelsFromText(text);
    m_labelProblem->setVisible(!labels);
    if (labels) {
      m_document.setLabels(*labels);
    } else {
      m_labelProblem->setText(labels.error().message);
    }
  });
}

QWidget* StartPage::makeRoute() {
  m_route = new QComboBox;
  m_route->setObjectName(QStringLiteral("start.route"));
  m_route->setAccessibleName(tr("Send through"));
  m_route->setModel(&m_routes);
  m_route->setMinimumHeight(size::Field);
  connect(m_route, &QComboBox::activated, this, &StartPage::storeRoute);

  auto* box = new QWidget;
  auto* column = new QVBoxLayout(box);
  column->setContentsMargins({});
  column->setSpacing(size::Small);
  column->addWidget(makeFieldLabel(tr("Send through"), m_route));
  column->addWidget(m_route);
  return box;
}

QWidget* StartPage::makeStrip() {
  m_contacts = new Chip(tr("Contacts"));
  m_provider = new Chip(tr("Provider"));
  m_fixContacts = new LinkButton(tr("Import contacts"));
  m_fixProvider = new LinkButton(tr("Add a provider"));
  m_fixContacts->hide();
  m_fixProvider->hide();
  connect(m_fixContacts, &LinkButton::clicked, this, &StartPage::importRequested);
  connect(m_fixProvider, &LinkButton::clicked, this, &StartPage::providersRequested);

  auto* strip = new Card;
  strip->setPadding(size::Medium);
  auto* row = new QHBoxLayout;
  row->setSpacing(size::Medium);
  row->addWidget(m_contacts);
  row->addWidget(m_provider);
  row->addStretch();
  row->addWidget(m_fixContacts);
  row->addWidget(m_fixProvider);
  strip->body()->addLayout(row);
  return strip;
}

void StartPage::load(const campaign::Campaign& campaign) {
  if (m_name->text() != campaign.name) m_name->setText(campaign.name);
  const auto typed = labelsFromText(m_labels->text());
  if (!typed || *typed != campaign.labels) {
    m_labels->setText(campaign.labels.join(QStringLiteral(", ")));
    m_labelProblem->hide();
  }
  showRoute(campaign.route);
}

void StartPage::enter() {
  m_services.background
      .run([&groups = m_services.groups, &providers = m_services.providers, now = m_services.clock.now()] {
        const auto knownGroups = groups.list();
        const auto knownProviders = providers.list();
        if (!knownGroups || !knownProviders) return std::vector<items::RouteEntry>{};
        return items::routeEntries(*knownGroups, *knownProviders, now);
      })
      .then(this, [this](const std::vector<items::RouteEntry>& entries) { showRoutes(entries); });
  m_services.background.run([&profiles = m_services.profiles] { return profiles.count().value_or(0); })
      .then(this, [this](qint64 count) { showContacts(count); });
}

void StartPage::showRoutes(std::vector<items::RouteEntry> entries) {
  {
    const QSignalBlocker quiet(m_route);
    m_routes.setRows(std::move(entries));
  }
  m_fixProvider->setVisible(m_routes.rowCount() == 0);
  m_route->setEnabled(m_routes.rowCount() > 0);
  m_route->setToolTip(m_route->isEnabled() ? QString() : tr("There is no provider yet. Add one, or use the sandbox."));
  showRoute(m_document.campaign().route);
}

void StartPage::showRoute(const providers::Route& route) {
  const QSignalBlocker quiet(m_route);
  const int row = m_routes.rowOfRoute(route);
  m_route->setCurrentIndex(row);
  if (row < 0) {
    m_provider->setState(m_routes.rowCount() == 0 ? tr("No provider") : tr("No provider chosen"), Tone::Attention);
    m_provider->setIcon(Icon::Warning);
    return;
  }
  const items::HealthWord health = m_routes.row(row).health;
  const auto tone = static_cast<Tone>(health.tone);
  m_provider->setState(tr("Provider: %1").arg(health.word), tone);
  m_provider->setIcon(tone == Tone::Fine ? Icon::Check : Icon::Warning);
}

void StartPage::showContacts(qint64 count) {
  const bool some = count > 0;
  m_contacts->setState(some ? tr("Contacts: %1").arg(QLocale().toString(count)) : tr("No contacts"),
                       some ? Tone::Fine : Tone::Attention);
  m_contacts->setIcon(some ? Icon::Check : Icon::Warning);
  m_fixContacts->setVisible(!some);
}

void StartPage::storeRoute(int row) {
  m_document.setRoute(m_routes.row(row).route);
  showRoute(m_document.campaign().route);
}

void StartPage::focusField(const QString& field, int) {
  if (field == QLatin1String("route")) {
    m_route->setFocus();
  } else if (field == QLatin1String("labels")) {
    m_labels->setFocus();
  } else {
    m_name->setFocus();
    m_name->selectAll();
  }
}

}  // namespace heliograph::ui
