// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/who/segment_foot.h"

#include <QHBoxLayout>
#include <QLineEdit>
#include <QLocale>
#include <QVBoxLayout>

#include "campaign/segment_renaming.h"
#include "ui/layout/flow_layout.h"
#include "ui/theme/tokens.h"
#include "ui/widgets/button.h"
#include "ui/widgets/label.h"
#include "ui/widgets/link_button.h"

namespace heliograph::ui {

namespace {

QString renamedWords(const campaign::SegmentRenaming& done) {
  if (done.drafts == 0) return SegmentFoot::tr("It is called “%1” now.").arg(done.to);
  return done.drafts == 1 ? SegmentFoot::tr("It is called “%1” now, in 1 other draft, too.").arg(done.to)
                          : SegmentFoot::tr("It is called “%1” now, in %2 other drafts, too.")
                                .arg(done.to, QLocale().toString(done.drafts));
}

}  // namespace

SegmentFoot::SegmentFoot(Services& services, CampaignId campaign, QWidget* parent)
    : QWidget(parent),
      m_services(services),
      m_campaign(campaign),
      m_sentence(new Label({}, TypeRole::Hint, Ink::Text3)),
      m_uses(new Label({}, TypeRole::Hint, Ink::Text3)),
      m_copy(new LinkButton(tr("Change the rules for this campaign"))),
      m_nameLine(new QWidget),
      m_name(new QLineEdit),
      m_said(new Label({}, TypeRole::Hint, Ink::Text2)) {
  m_sentence->setObjectName(QStringLiteral("who.segmentSentence"));
  m_uses->setObjectName(QStringLiteral("who.segmentUses"));
  m_said->setObjectName(QStringLiteral("who.segmentSaid"));
  m_copy->setObjectName(QStringLiteral("who.copyRules"));
  for (Label* label : {m_sentence, m_uses, m_said}) label->setWordWrap(true);
  connect(m_copy, &LinkButton::clicked, this, [this] { Q_EMIT copyRequested(m_segment.segment); });
  auto* acts = new FlowLayout(size::Large);
  acts->addWidget(m_copy);
  const auto add = [this, acts](const QString& text, const char* name, auto act) {
    auto* link = new LinkButton(text, LinkButton::Weight::Quiet);
    link->setObjectName(QLatin1String(name));
    connect(link, &LinkButton::clicked, this, act);
    acts->addWidget(link);
  };
  add(tr("Rename"), "who.renameSegment", [this] { openName(m_nameLine->isHidden()); });
  add(tr("Duplicate"), "who.duplicateSegment", [this] { duplicate(); });
  add(tr("Delete"), "who.removeSegment", [this] { remove(); });
  makeName();
  auto* column = new QVBoxLayout(this);
  column->setContentsMargins({});
  column->setSpacing(size::Tiny + 2);
  column->addWidget(m_sentence);
  column->addWidget(m_uses);
  column->addLayout(acts);
  column->addWidget(m_nameLine);
  column->addWidget(m_said);
  openName(false);
  say({});
}

void SegmentFoot::makeName() {
  m_name->setObjectName(QStringLiteral("who.newSegmentName"));
  m_name->setAccessibleName(tr("New name of the segment"));
  m_name->setMinimumHeight(size::Field);
  auto* store = new Button(tr("Rename"), ButtonRole::Plain);
  store->setObjectName(QStringLiteral("who.storeSegmentName"));
  connect(store, &Button::clicked, this, &SegmentFoot::rename);
  connect(m_name, &QLineEdit::returnPressed, this, &SegmentFoot::rename);
  auto* row = new QHBoxLayout(m_nameLine);
  row->setContentsMargins({});
  row->setSpacing(size::Small);
  row->addWidget(m_name, 1);
  row->addWidget(store);
}

void SegmentFoot::show(const audience::SavedSegment& segment, const campaign::AudienceUse& use) {
  if (segment.id != m_segment.id) {
    openName(false);
    say({});
  }
  m_segment = segment;
  m_use = use;
  m_sentence->setText(describe(segment.segment) + QLatin1Char('.'));
  m_uses->setText(use.isUsed() ? tr("Used by %1.").arg(campaign::useWords(use)) : tr("Nothing else uses it."));
  m_copy->setVisible(!segment.segment.isEverybody());
  QWidget::show();
}

void SegmentFoot::say(const QString& words) {
  m_said->setText(words);
  m_said->setVisible(!words.isEmpty());
}

void SegmentFoot::openName(bool open) {
  m_nameLine->setVisible(open);
  if (!open) return;
  say({});
  m_name->setText(m_segment.name);
  m_name->selectAll();
  m_name->setFocus();
}

void SegmentFoot::rename() {
  const QString name = m_name->text().trimmed();
  m_services.background
      .run([services = m_services, id = m_segment.id, campaign = m_campaign, name] {
        return campaign::renameSegment(services.database, services.clock, id, name, campaign);
      })
      .then(this, [this, id = m_segment.id](const Result<campaign::SegmentRenaming>& done) {
        if (!done) return say(done.error().message);
        openName(false);
        Q_EMIT renamed(id, done->from, done->to);
        Q_EMIT changed();
        say(renamedWords(*done));
      });
}

void SegmentFoot::duplicate() {
  m_services.background
      .run([&segments = m_services.segments, id = m_segment.id]() -> Result<QString> {
        const auto copy = segments.duplicate(id);
        if (!copy) return fail(copy.error());
        const auto stored = segments.byId(*copy);
        if (!stored) return fail(stored.error());
        return stored->name;
      })
      .then(this, [this](const Result<QString>& name) {
        if (name) Q_EMIT changed();
        say(name ? tr("“%1” is made.").arg(*name) : name.error().message);
      });
}

void SegmentFoot::remove() {
  m_services.background
      .run([services = m_services, segment = m_segment, campaign = m_campaign]() -> Result<> {
        const auto uses =
            campaign::audienceUses(services.database, services.clock, audience::MemberRule::Of::Segment, campaign);
        if (!uses) return fail(uses.error());
        const campaign::AudienceUse use = uses->value(segment.name);
        if (use.isUsed()) {
          return fail(ErrorCode::Conflict, tr("It can’t be deleted: %1 would lose their people. Choose others there "
                                              "first.")
                                               .arg(campaign::useWords(use)));
        }
        return services.segments.remove(segment.id);
      })
      .then(this, [this](const Result<>& done) {
        if (done) Q_EMIT removed();
        if (!done) say(done.error().message);
      });
}

}  // namespace heliograph::ui
