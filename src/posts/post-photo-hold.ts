import { Injectable, OnModuleInit } from '@nestjs/common';
import { postPhotoHeldBlockers } from '../domain/construction/post-photos';
import { FileHolds } from '../files/file-holds';
import { PostPhoto, PostRecord } from './post.entities';

/** A photo of a post is shown to everybody once a post that carries it is confirmed, from whichever page it is asked. */
@Injectable()
export class PostPhotoHold implements OnModuleInit {
  constructor(private readonly holds: FileHolds) {}

  onModuleInit(): void {
    this.holds.register(async ({ id, purpose }, from) => {
      if (purpose !== 'post') return [];
      const posts = await from
        .createQueryBuilder(PostRecord, 'post')
        .innerJoin(PostPhoto, 'photo', 'photo.postId = post.id')
        .where('photo.fileId = :id', { id })
        .getMany();
      return postPhotoHeldBlockers(posts);
    });
  }
}
