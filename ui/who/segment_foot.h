// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

#include "audience/segment_repository.h"
#include "campaign/segment_use.h"
#include "ui/services.h"

class QLineEdit;

namespace heliograph::ui {

class Label;
class LinkButton;

/// What a saved segment says, what uses it, and what can be done with it: its rules changed for this campaign, another
/// name, a copy, away with it. What something depends on isn't taken away, and it is said what does.
class SegmentFoot final : public QWidget {
  Q_OBJECT
 public:
  /// `campaign` is the one that is being written: it doesn't keep a segment from going.
  SegmentFoot(Services& services, CampaignId campaign, QWidget* parent = nullptr);

  void show(const audience::SavedSegment& segment, const campaign::AudienceUse& use);
  using QWidget::show;

 Q_SIGNALS:
  /// A copy of the rules is wanted, to change them for this campaign.
  void copyRequested(const heliograph::audience::Segment& segment);
  /// It has another name, also in all other campaigns.
  void renamed(heliograph::SegmentId segment, const QString& from, const QString& to);
  /// It has another name, or a copy.
  void changed();
  void removed();

 private:
  void makeName();
  void openName(bool open);
  void rename();
  void duplicate();
  void remove();
  void say(const QString& words);

  Services& m_services;
  CampaignId m_campaign;
  audience::SavedSegment m_segment;
  campaign::AudienceUse m_use;
  Label* m_sentence;
  Label* m_uses;
  LinkButton* m_copy;
  QWidget* m_nameLine;
  QLineEdit* m_name;
  Label* m_said;
};

}  // namespace heliograph::ui
