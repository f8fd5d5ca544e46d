// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QUndoStack>
#include <vector>

#include "campaign/campaign.h"
#include "ui/change_event.h"
#include "ui/text_place.h"

namespace heliograph::ui {

/// What kind of edit a change of a field is; it decides which changes become one step of undo.
enum class Edit {
  Typing,  ///< one of several that follow one another quickly
  Choice,  ///< one of a few values; choosing the old one again leaves no step
};

/// The campaign being edited: the value, its undo stack, and the news of every change. It changes only by undo
/// commands; saving is CampaignAutosave's.
class CampaignDocument final : public QObject {
  Q_OBJECT
 public:
  explicit CampaignDocument(campaign::Campaign campaign, QObject* parent = nullptr);

  [[nodiscard]] const campaign::Campaign& campaign() const { return m_campaign; }
  [[nodiscard]] QUndoStack& undoStack() { return m_undo; }
  /// Grows with every change of the value; tells whether something changed since.
  [[nodiscard]] quint64 generation() const { return m_generation; }

  void setName(const QString& name);
  void setLabels(const QStringList& labels);
  void setPurpose(campaign::Purpose purpose);
  void setRoute(const campaign::Route& route);
  void setGoal(const std::optional<audience::Goal>& goal);
  void setAudience(const campaign::Audience& audience);
  void setHoldBack(const campaign::HoldBack& holdBack);
  /// More people than that mustn't qualify; 0: no safety check.
  void setSafetyCheck(int people);
  void setReach(const campaign::ReachLimit& reach);
  void setLiveLimit(const campaign::LiveLimit& limit);
  /// Writes the copy that is being edited.
  void setMessage(const QByteArray& source);
  /// Which copy of the message is being edited, from 0. Undo goes to the copy that it changes. No part of the campaign.
  [[nodiscard]] int shownCopy() const { return m_shownCopy; }
  /// The text of the copy that is being edited, or of another; empty if there is none.
  [[nodiscard]] QByteArray shownMessage() const { return messageOf(m_shownCopy); }
  [[nodiscard]] QByteArray messageOf(int copy) const;
  /// What goes to the provider beside a copy of the message; nothing if there is no such copy.
  [[nodiscard]] campaign::ProviderFields fieldsOf(int copy) const;
  /// Writes those of the copy that is being edited. `place` is which of them changes, as in an issue; the step is named
  /// `text`.
  void setFields(const campaign::ProviderFields& fields, const QString& place, const QString& text);
  /// Goes to another copy, or to the last one if there is no such.
  void showCopy(int copy);
  void setVariants(const campaign::Variants& variants);
  void setTextRules(const message::TextRules& rules);
  void setLinked(const std::vector<campaign::LinkedUse>& linked);
  void setLimits(const message::MessageLimits& limits);
  void setWhen(const schedule::When& when);
  void setQuiet(const campaign::QuietRule& rule);
  void setRelease(const campaign::Release& release);

  /// Puts an earlier version in the place of what is shown, as one step named `text` ("restoring of 14:02"). Id and
  /// revision stay.
  void restore(const campaign::Campaign& version, const QString& text);
  /// Shows the version that the file holds, with its revision. One step, so that what was shown can be had back.
  void adopt(const campaign::Campaign& newest);
  /// Notes the revision under which the value was saved; no change in the sense of changed().
  void setRevision(int revision) { m_campaign.revision = revision; }

  /// Ends the step of undo that is being typed: the person went elsewhere.
  void endStep() { ++m_step; }
  /// The number of the step being typed; commands of different ones are never one.
  [[nodiscard]] quint64 step() const { return m_step; }

 Q_SIGNALS:
  /// Another copy is being edited.
  void copyShown(int copy);
  void changed(const heliograph::ui::ChangeEvent& event);

 private:
  template <class T>
  friend class SetFieldCommand;
  template <class T>
  friend class SetTextCommand;
  friend class ReplaceCommand;
  friend class SetFieldsCommand;

  template <class T>
  void set(CampaignField field, T campaign::Campaign::*member, T value, Edit edit, const QString& text);
  template <class T>
  void setText(CampaignField field, TextPlace<T> place, T value);

  template <class T>
  void apply(T campaign::Campaign::*member, const T& value, const ChangeEvent& event) {
    m_campaign.*member = value;
    announce(event);
  }
  template <class T>
  void applyText(TextPlace<T> place, const T& value, const ChangeEvent& event) {
    place.in(m_campaign) = value;
    announce(event);
  }
  void applyFields(const campaign::ProviderFields& fields, const ChangeEvent& event);
  void applyWhole(const campaign::Campaign& version, const ChangeEvent& event);
  void announce(const ChangeEvent& event);

  campaign::Campaign m_campaign;
  QUndoStack m_undo;
  quint64 m_generation = 0;
  quint64 m_step = 0;
  int m_shownCopy = 0;
};

}  // namespace heliograph::ui
