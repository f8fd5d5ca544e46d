// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/home/selected_campaign.h"

#include <QHBoxLayout>
#include <QVBoxLayout>

#include "audience/reach_counter.h"
#include "audience/segment_repository.h"
#include "campaign/campaign_repository.h"
#include "campaign/campaign_snippets.h"
#include "delivery/outbox/run.h"
#include "delivery/reach/reach_rules.h"
#include "ui/home/campaign_actions.h"
#include "ui/home/campaign_words.h"
#include "ui/preview/phone_preview.h"
#include "ui/theme/tokens.h"
#include "ui/widgets/button.h"
#include "ui/widgets/elided_label.h"
#include "ui/widgets/icon_button.h"
#include "ui/widgets/question_card.h"

namespace heliograph::ui {

using campaign::CampaignSummary;
using campaign::Standing;
using items::Act;

namespace {

/// A button that does what an action does, and can be used when the action can.
Button* buttonOf(QAction* action, const QString& text, ButtonRole role, Icon icon = Icon::None) {
  auto* button = new Button(text, role, icon);
  QObject::connect(button, &Button::clicked, action, &QAction::trigger);
  const auto follow = [button, action] {
    button->setEnabled(action->isEnabled());
    button->setToolTip(action->isEnabled() ? QString() : action->toolTip());
  };
  QObject::connect(action, &QAction::changed, button, follow);
  follow();
  return button;
}

/// Who can be texted of a draft's audience; -1 when it can't be told.
qint64 reachOf(const Services& services, const campaign::Campaign& campaign, const CancelToken& cancel) {
  const campaign::Audience& audience = campaign.audience;
  if (!audience.isChosen() || audience.isLive()) return -1;
  audience::Segment segment = audience.segment;
  if (audience.kind == campaign::Audience::Kind::Saved && segment.isEverybody()) {
    const auto saved = services.segments.byId(audience.segmentId);
    if (!saved) return -1;
    segment = saved->segment;
  }
  const auto rules = delivery::reachRulesOf(services.database, campaign);
  if (!rules) return -1;
  const auto reach = services.reach.count(segment, cancel, *rules);
  return reach ? reach->reachable : -1;
}

}  // namespace

SelectedCampaign::SelectedCampaign(Services& services, CampaignActions& actions, QWidget* parent)
    : Surface(Qt::LeftEdge, parent),
      m_services(services),
      m_actions(actions),
      m_phone(new PhonePreview(services)),
      m_question(new QuestionCard(QStringLiteral("home.question"))) {
  setFixedWidth(size::SidePane);
  m_one = makeOne();
  m_several = makeSeveral();
  auto* column = new QVBoxLayout(this);
  column->setContentsMargins(20, size::Large, 20, size::Large);
  column->setSpacing(size::Medium);
  column->addWidget(m_one, 1);
  column->addWidget(m_several, 1);
  column->addWidget(m_question);
  column->addWidget(makeButtons());
  connect(m_question, &QuestionCard::asked, this, [this] {
    m_buttons->hide();
    m_attention->hide();
  });
  connect(m_question, &QuestionCard::answered, this, [this] {
    m_buttons->setVisible(m_campaign.has_value());
    if (m_campaign) showAttention();
  });
  show(std::vector<CampaignSummary>{});
}

QWidget* SelectedCampaign::makeOne() {
  m_name = new ElidedLabel({}, TypeRole::Label);
  m_name->setTextFormat(Qt::PlainText);
  m_facts = new Label({}, TypeRole::Hint, Ink::Text2);
  m_facts->setObjectName(QStringLiteral("home.facts"));
  m_facts->setTextFormat(Qt::PlainText);
  m_facts->setWordWrap(true);
  auto* page = new QWidget;
  auto* inside = new QVBoxLayout(page);
  inside->setContentsMargins({});
  inside->setSpacing(size::Medium);
  inside->addWidget(makeAttention());
  inside->addWidget(m_phone, 1);
  auto* facts = new QVBoxLayout;
  facts->setSpacing(2);
  facts->addWidget(m_name);
  facts->addWidget(m_facts);
  inside->addLayout(facts);
  return page;
}

QWidget* SelectedCampaign::makeAttention() {
  m_attention = new Card;
  m_attention->setObjectName(QStringLiteral("home.attention"));
  m_attention->setTone(Tone::Attention);
  m_attention->setPadding(size::Medium);
  m_why = new Label({}, TypeRole::Body);
  m_why->setObjectName(QStringLiteral("home.why"));
  m_why->setWordWrap(true);
  m_mend = new Button({});
  m_mend->setObjectName(QStringLiteral("home.mend"));
  m_edit = buttonOf(m_actions.of(Act::Unschedule), tr("Edit"), ButtonRole::Plain);
  m_edit->setObjectName(QStringLiteral("home.edit"));
  m_edit->setSmall(true);
  m_mend->setSmall(true);
  connect(m_mend, &Button::clicked, this,
          [this] { m_actions.of(m_campaign->standing == Standing::Held ? Act::SendNow : Act::Resume)->trigger(); });
  auto* buttons = new QHBoxLayout;
  buttons->setSpacing(size::Small);
  buttons->addWidget(m_mend);
  buttons->addWidget(m_edit);
  buttons->addStretch();
  m_attention->body()->setSpacing(size::Small);
  m_attention->body()->addWidget(m_why);
  m_attention->body()->addLayout(buttons);
  return m_attention;
}

QWidget* SelectedCampaign::makeSeveral() {
  m_number = new Label({}, TypeRole::Header);
  auto* page = new QWidget;
  auto* inside = new QVBoxLayout(page);
  inside->setContentsMargins({});
  inside->setSpacing(size::Small);
  inside->addWidget(m_number);
  inside->addSpacing(size::Small);
  inside->addWidget(buttonOf(m_actions.of(Act::Label), tr("Labels…"), ButtonRole::Plain), 0, Qt::AlignLeft);
  inside->addWidget(buttonOf(m_actions.of(Act::Archive), tr("Archive"), ButtonRole::Plain, Icon::Archive), 0,
                    Qt::AlignLeft);
  inside->addWidget(buttonOf(m_actions.of(Act::Remove), tr("Delete…"), ButtonRole::Plain, Icon::Trash), 0,
                    Qt::AlignLeft);
  inside->addStretch();
  return page;
}

QWidget* SelectedCampaign::makeButtons() {
  m_open = new Button({}, ButtonRole::Primary);
  m_open->setObjectName(QStringLiteral("home.open"));
  connect(m_open, &Button::clicked, m_actions.of(Act::Open), &QAction::trigger);
  auto* clone = buttonOf(m_actions.of(Act::Clone), tr("Clone"), ButtonRole::Plain, Icon::Copy);
  clone->setObjectName(QStringLiteral("home.clone"));
  auto* more = new IconButton(Icon::Dots, tr("More"));
  more->setObjectName(QStringLiteral("home.more"));
  more->setMenu(&m_actions.menu());
  more->setPopupMode(QToolButton::InstantPopup);
  m_buttons = new QWidget;
  auto* row = new QHBoxLayout(m_buttons);
  row->setContentsMargins({});
  row->setSpacing(size::Small);
  row->addWidget(m_open);
  row->addWidget(clone);
  row->addWidget(more);
  row->addStretch();
  return m_buttons;
}

void SelectedCampaign::show(const std::vector<CampaignSummary>& campaigns) {
  const std::optional<CampaignSummary> before = m_campaign;
  m_campaign.reset();
  if (campaigns.size() == 1) m_campaign = campaigns.front();
  if (!before || !m_campaign || before->id != m_campaign->id) m_question->close();
  m_one->setVisible(m_campaign.has_value());
  m_several->setVisible(campaigns.size() > 1);
  m_buttons->setVisible(m_campaign && !m_question->isVisibleTo(this));
  m_number->setText(tr("%1 campaigns selected").arg(campaigns.size()));
  if (!m_campaign) return;
  const bool draft = m_campaign->standing == Standing::Draft;
  m_open->setText(draft ? tr("Continue") : tr("Report"));
  m_open->setLeadingIcon(draft ? Icon::Edit : Icon::Reports);
  showFacts();
  showAttention();
  if (!before || before->id != m_campaign->id || before->revision != m_campaign->revision) preview();
}

void SelectedCampaign::showFacts() {
  m_name->setText(m_campaign->name.isEmpty() ? tr("Untitled campaign") : m_campaign->name);
  m_facts->setText(factsWords(*m_campaign, m_services.clock.now()));
}

void SelectedCampaign::showAttention() {
  const bool held = m_campaign->standing == Standing::Held;
  const bool waits = held || m_campaign->standing == Standing::Paused;
  m_attention->setVisible(waits && !m_question->isVisibleTo(this));
  if (!m_attention->isVisibleTo(this)) return;
  m_why->setText(attentionWords(*m_campaign, m_services.clock.now()));
  const bool test = held && m_campaign->holdReason == delivery::hold::abTest;
  m_mend->setText(test ? tr("Choose the winner…") : held ? tr("Send now") : tr("Resume"));
  m_mend->setLeadingIcon(test ? Icon::Reports : held ? Icon::Send : Icon::Play);
  m_edit->setVisible(held && m_actions.of(Act::Unschedule)->isEnabled());
}

void SelectedCampaign::preview() {
  const quint64 generation = ++m_generation;
  m_counting.cancel();
  m_services.background
      .run([services = m_services, id = m_campaign->id,
            draft = m_campaign->standing == Standing::Draft]() -> Result<campaign::Campaign> {
        // What was published is shown as it was frozen, with the short links that were sent.
        if (!draft) {
          auto version = services.campaigns.latestVersion(id);
          if (!version) return fail(version.error());
          return campaign::withCoupons(services.database, services.clock, std::move(version->campaign));
        }
        return services.campaigns.load(id).and_then([&services](campaign::Campaign campaign) {
          return campaign::withLibrary(services.database, services.clock, std::move(campaign));
        });
      })
      .then(this, [this, generation](const Result<campaign::Campaign>& campaign) {
        if (generation != m_generation || !campaign || !m_campaign) return;
        m_phone->setCampaign(*campaign);
        m_phone->setPeople(m_campaign->people > 0 ? m_campaign->people : -1);
        if (m_campaign->people == 0) count(*campaign);
      });
}

void SelectedCampaign::count(const campaign::Campaign& campaign) {
  m_counting = CancelToken();
  m_services.background
      .run([services = m_services, campaign, cancel = m_counting] { return reachOf(services, campaign, cancel); })
      .then(this, [this, generation = m_generation](qint64 people) {
        if (generation == m_generation && people >= 0) m_phone->setPeople(people);
      });
}

QString SelectedCampaign::identity() const {
  return m_phone->identity();
}

}  // namespace heliograph::ui
